// The handler to compare with: the stock AWS SDK client for DynamoDB and nothing else.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

const held = new DynamoDBClient({ region: 'eu-west-2' });

export const handler = async (): Promise<{ statusCode: number }> => ({ statusCode: held.config ? 200 : 500 });
