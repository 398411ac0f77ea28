// What the lines and rings of a plot of lengths mean.
export function DurationKey({ hasEstimates }: { readonly hasEstimates: boolean }) {
  return (
    <p class="chart__key">
      <span class="chart__key-item">
        <svg width="10" height="14" aria-hidden="true">
          <line class="lane-plot__median" x1="5" x2="5" y1="0" y2="14" />
        </svg>{' '}
        median
      </span>{' '}
      <span class="chart__key-item">
        <svg width="10" height="14" aria-hidden="true">
          <line class="lane-plot__p85" x1="5" x2="5" y1="0" y2="14" />
        </svg>{' '}
        85th percentile
      </span>{' '}
      {hasEstimates && (
        <span class="chart__key-item">
          <svg width="16" height="16" aria-hidden="true">
            <circle class="lane-plot__about" cx="8" cy="8" r="7" />
          </svg>{' '}
          an estimate
        </span>
      )}{' '}
      <span>Logarithmic scale. A median is drawn from three incidents on, an 85th percentile from five.</span>
    </p>
  );
}
