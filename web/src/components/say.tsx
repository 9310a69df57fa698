// A sentence on a page: a paragraph, or in Easy Read each sentence on a line of its own beside a picture.

import { easyRead, type Params, say } from '../text/say.ts';
import type { Sentence } from '../text/texts.ts';
import { Picture } from './picture.tsx';

interface SayProps {
  readonly text: Sentence;
  readonly params?: Params;
  readonly class?: string;
}

/** Where one sentence ends and the next begins; “£4.50” and “10.30” do not end one. */
const BETWEEN_SENTENCES = /(?<=[.!?])\s+/;

export function Say({ text, params, class: name = 'govuk-body' }: SayProps) {
  const words = say(text, params);
  if (!easyRead.value) return <p class={name}>{words}</p>;
  return (
    <div class="easy-line">
      <Picture name={text[2]} />
      <div class="easy-line__words">
        {words.split(BETWEEN_SENTENCES).map((sentence) => (
          <p key={sentence} class={name}>
            {sentence}
          </p>
        ))}
      </div>
    </div>
  );
}
