// Once, or again with every instalment.
import { Radios } from '../../components/radios.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { say } from '../../text/say.ts';
import { putInText as t } from './put-in.text.ts';

interface HowOftenProps {
  readonly often: string;
  readonly errors: readonly FieldError[];
  readonly onChosen: (often: string) => void;
}

export const PutInHowOften = ({ often, errors, onChosen }: HowOftenProps) => (
  <Radios
    id="often"
    name="often"
    legend={say(t.howOften)}
    legendSize="m"
    error={errorOf(errors, 'often')}
    value={often}
    onChange={onChosen}
    items={[
      { value: 'once', text: say(t.once) },
      { value: 'standing', text: say(t.standing), hint: say(t.standingHint) },
    ]}
  />
);
