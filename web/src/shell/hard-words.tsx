// “Hard words on this page”: each explained beside a picture.

import { Say } from '../components/say.tsx';
import { say } from '../text/say.ts';
import { hardWordsText } from './hard-words.text.ts';
import { shellText as t } from './shell.text.ts';

export type HardWord = keyof typeof hardWordsText;

export const HardWords = ({ words }: { words: readonly HardWord[] }) => (
  <section class="kitty-hard-words" aria-labelledby="hard-words">
    <h2 class="govuk-heading-m" id="hard-words">
      {say(t.hardWords)}
    </h2>
    {words.map((word) => (
      <Say key={word} text={hardWordsText[word]} />
    ))}
  </section>
);
