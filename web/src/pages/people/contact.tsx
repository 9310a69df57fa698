// /how-we-tell-you: whether I get notifications by email, by text message or not at all, and how often.
import { useState } from 'preact/hooks';
import { actingFor } from '../../api/acting.ts';
import { useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import { Say } from '../../components/say.tsx';
import type { FieldError } from '../../shell/errors.ts';
import { showOnNextPage } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { Loaded } from '../../shell/states.tsx';
import { say } from '../../text/say.ts';
import { contactText as t } from './contact.text.ts';
import { ContactForm } from './contact-form.tsx';

export function ContactPage() {
  const contact = useLoad('GET /v1/me/contact', {});
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const save = useCommand('PUT /v1/me/contact', 'contact', () => {
    showOnNextPage(say(t.saved));
    contact.reload();
  });
  return (
    <Loaded of={contact}>
      {(kept) => (
        <Page title={say(t.title)} errors={errors} commands={[save]}>
          {kept.ways.length > 0 && <Say text={t.about} />}
          {actingFor.value && <Say text={t.aboutYou} params={{ name: actingFor.value.name }} />}
          {kept.ways.length === 0 ? (
            <Say text={t.nothing} />
          ) : (
            <ContactForm key={JSON.stringify(kept)} kept={kept} save={save} errors={errors} onErrors={setErrors} />
          )}
        </Page>
      )}
    </Loaded>
  );
}
