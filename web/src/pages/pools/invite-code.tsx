// The code of an invitation, large; its link; and words to send with it.
import { useState } from 'preact/hooks';
import type { Invitation, Pool } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { InsetText } from '../../components/inset-text.tsx';
import { Say } from '../../components/say.tsx';
import { dayInYear } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import type { Words } from '../../text/texts.ts';
import { inFours } from '../../text/typed-code.ts';
import { inviteText as t } from './invite.text.ts';

interface InviteCodeProps {
  readonly pool: Pool;
  readonly invitation: Invitation;
}

export function InviteCode({ pool, invitation: { code, uses, endsOn } }: InviteCodeProps) {
  const link = `${location.origin}/join/${code}`;
  const day = dayInYear(endsOn);
  const words = say(t.words, { pool: pool.name, link, code: inFours(code), day });
  return (
    <>
      <p class="kitty-sum">
        <span class="kitty-sum__words">{say(t.code)}</span> <strong class="kitty-sum__figure">{inFours(code)}</strong>
      </p>
      <Say text={uses === 1 ? t.goodForOne : t.goodFor} params={{ n: uses, day }} />
      <Say text={t.keepSafe} />
      <h2 class="govuk-heading-m">{say(t.link)}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={link}>
          {link}
        </a>
      </p>
      <Copy label={t.copyLink} what={link} />
      <h2 class="govuk-heading-m">{say(t.whatToSay)}</h2>
      <InsetText>{words}</InsetText>
      <Copy label={t.copyWords} what={words} />
    </>
  );
}

function Copy({ label, what }: { readonly label: Words; readonly what: string }) {
  const [said, setSaid] = useState<Words | undefined>();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(what);
      setSaid(t.copied);
    } catch {
      // Some browsers do not let a page write to the clipboard.
      setSaid(t.notCopied);
    }
  };
  return (
    <div class="kitty-row">
      <Button type="button" variant="secondary" onClick={() => void copy()}>
        {say(label)}
      </Button>
      <span class="govuk-body" role="status">
        {said && say(said)}
      </span>
    </div>
  );
}
