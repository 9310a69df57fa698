// The enterprise of an offer: its legal form and who owns it, for people who are signed in.
import { useLoad } from '../../api/load.ts';
import { SummaryList } from '../../components/summary-list.tsx';
import { say } from '../../text/say.ts';
import { legalFormText, ownershipText } from '../../text/words.text.ts';
import { offerText as t } from './offer.text.ts';

/** Shows nothing until it is loaded; the offer does not wait for it. */
export function OfferEnterprise({ id }: { id: string }) {
  const enterprise = useLoad('GET /v1/enterprises/{id}', { params: { id } });
  if (enterprise.state !== 'ready') return null;
  const { name, description, legalForm, ownership, workers } = enterprise.value;
  return (
    <section class="kitty-section">
      <h2 class="govuk-heading-m">{say(t.aboutThem, { enterprise: name })}</h2>
      <p class="govuk-body">{description}</p>
      <SummaryList
        rows={[
          { key: say(t.runBy), value: say(legalFormText[legalForm]) },
          { key: say(t.ownedBy), value: say(ownershipText[ownership]) },
          { key: say(t.workers), value: workers },
        ]}
      />
    </section>
  );
}
