// The form to choose how I get notifications; it starts from the current choice.
import { useState } from 'preact/hooks';
import { type Command, isUnderWay } from '../../api/command.ts';
import type { MyContact } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Input } from '../../components/input.tsx';
import { Radios } from '../../components/radios.tsx';
import { errorOf, type FieldError } from '../../shell/errors.ts';
import { shellText } from '../../shell/shell.text.ts';
import { say } from '../../text/say.ts';
import { contactText as t } from './contact.text.ts';
import { bodyOf, type ContactChoice, choiceOf, phoneMistake, WAYS } from './contact-choice.ts';

interface FormProps {
  readonly kept: MyContact;
  readonly save: Command<'PUT /v1/me/contact'>;
  readonly errors: readonly FieldError[];
  readonly onErrors: (errors: readonly FieldError[]) => void;
}

export function ContactForm({ kept, save, errors, onErrors }: FormProps) {
  const [choice, setChoice] = useState<ContactChoice>(() => choiceOf(kept));
  const change = (changes: Partial<ContactChoice>): void => setChoice({ ...choice, ...changes });
  const phone = (
    <Input
      id="phone"
      name="phone"
      type="tel"
      label={say(t.phone)}
      hint={say(t.phoneHint)}
      error={errorOf(errors, 'phone')}
      value={choice.phone}
      onInput={(typed) => change({ phone: typed })}
      width={20}
      autocomplete="tel"
    />
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const mistake = phoneMistake(choice);
        onErrors(mistake ? [{ field: 'phone', message: say(t[mistake]) }] : []);
        if (!mistake) save.send({ body: bodyOf(choice) });
      }}
    >
      <Radios
        id="by"
        name="by"
        legend={say(t.by)}
        legendSize="m"
        items={[
          { value: 'email', text: say(t.email), hint: say(t.emailHint, { email: kept.email }) },
          ...(kept.ways.includes('text')
            ? [{ value: 'text', text: say(t.text), hint: say(t.textHint), conditional: phone }]
            : []),
          { value: 'none', text: say(t.none), hint: say(t.noneHint) },
        ]}
        value={choice.by}
        onChange={(chosen) => change({ by: WAYS.find((way) => way === chosen) ?? 'email' })}
      />
      {choice.by !== 'none' && (
        <Radios
          id="often"
          name="often"
          legend={say(t.often)}
          legendSize="m"
          items={[
            { value: 'at-once', text: say(t.atOnce) },
            { value: 'daily', text: say(t.daily), hint: say(t.dailyHint) },
          ]}
          value={choice.often}
          onChange={(chosen) => change({ often: chosen === 'daily' ? 'daily' : 'at-once' })}
        />
      )}
      <Button>{isUnderWay(save) ? say(shellText.sending) : say(t.save)}</Button>
    </form>
  );
}
