// Lambda `api`: everything under /v1 but imports, behind API Gateway.
import { apiRoutes } from './api.routes.ts';
import { serve } from './serve.ts';

export const handler = serve(apiRoutes);
