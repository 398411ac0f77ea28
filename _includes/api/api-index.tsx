// The page about the interface for programs: which files there are, what they hold, what can be relied on.
import type { Day } from '../../src/core/model/timestamp.ts';
import { LeftOutNotice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { DateText } from '../ui/time.tsx';

interface ListedFile {
  /** From the folder of this page. */
  readonly path: string;
  readonly about: string;
}

export interface ApiIndexProps {
  readonly dataFiles: readonly ListedFile[];
  readonly schemaFiles: readonly ListedFile[];
  readonly asOf: Day;
  readonly leftOut: readonly string[];
}

export function ApiIndex({ dataFiles, schemaFiles, asOf, leftOut }: ApiIndexProps) {
  return (
    <>
      <div class="page-head split">
        <div class="split__column">
          <h1>API</h1>
          <p class="page-head__lede">
            The archive as files that programs can read. Each says in <code>generated</code> the day its counts are true for, here{' '}
            <DateText day={asOf} />, and in <code>schema</code> which JSON Schema it follows. Addresses are relative to the file they stand
            in. What was not recorded is absent.
          </p>
          <LeftOutNotice files={leftOut} />
        </div>
      </div>
      <Section id="data" title="Data" notes={<p>Beside each incident lie its Markdown, ID.md, and all of it as JSON, ID.json.</p>}>
        <FileTable caption="Data files" files={dataFiles} />
      </Section>
      <Section
        id="schemas"
        title="Schemas"
        notes={<p>The number in a name changes when a field is renamed, removed or redefined. New fields may come at any time.</p>}
      >
        <FileTable caption="Schema files" files={schemaFiles} />
      </Section>
    </>
  );
}

function FileTable({ caption, files }: { readonly caption: string; readonly files: readonly ListedFile[] }) {
  return (
    <table class="data-table">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">What it holds</th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ path, about }) => (
          <tr key={path}>
            <th scope="row">
              <a class="mono" href={path}>
                {path}
              </a>
            </th>
            <td>{about}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
