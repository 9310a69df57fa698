// Lambda `imports`: a funder's files of allocations, behind API Gateway.
import { importRoutes } from '../allocations/import.routes.ts';
import { serve } from './serve.ts';

export const handler = serve(importRoutes);
