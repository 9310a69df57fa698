// The name of a lot's funding stream; the API sends any string.
import { say } from '../../text/say.ts';
import { streamText } from '../../text/words.text.ts';

const all: Readonly<Record<string, (typeof streamText)['health']>> = streamText;

export function streamName(stream: string): string {
  const words = all[stream];
  return words ? say(words) : stream;
}
