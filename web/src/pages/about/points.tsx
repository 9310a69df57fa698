// Several sentences as a list: with bullets, or in Easy Read each beside its picture.

import { Say } from '../../components/say.tsx';
import { easyRead, say } from '../../text/say.ts';
import type { Sentence } from '../../text/texts.ts';

export const Points = ({ texts }: { texts: readonly Sentence[] }) =>
  easyRead.value ? (
    texts.map((text) => <Say key={text} text={text} />)
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {texts.map((text) => (
        <li key={text}>{say(text)}</li>
      ))}
    </ul>
  );
