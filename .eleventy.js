// Eleventy's configuration: registers tsx, then hands over to src/site/eleventy.ts. Nothing else lives here.
import 'tsx/esm';

// Not a static import: that would be linked before tsx is registered.
const site = await import('./src/site/eleventy.ts');

export default site.default;
export const config = site.config;
