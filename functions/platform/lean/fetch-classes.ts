// Take the place of Node's global names Headers, Request and Response in the Lambda bundles (see infra/lean.ts): Node loads its
// whole fetch with the first of them, a fifth of a cold start. What is left out of them throws.
// biome-ignore lint/performance/noBarrelFile: esbuild can inject one file more cheaply than three.
export { Headers } from './headers.ts';
export { Request } from './request.ts';
export { Response } from './response.ts';
