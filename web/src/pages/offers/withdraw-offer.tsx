// Asks for confirmation and withdraws an offer.
import { useLocation } from 'preact-iso';
import { isUnderWay, useCommand } from '../../api/command.ts';
import type { Offer } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { showOnNextPage } from '../../shell/notice.ts';
import { Page } from '../../shell/page.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { say } from '../../text/say.ts';
import { offerFormText as t } from './offer-form.text.ts';

export function WithdrawOffer({
  offer: { id, title, enterpriseName },
  home,
}: {
  readonly offer: Offer;
  readonly home: string;
}) {
  const { route } = useLocation();
  const command = useCommand('DELETE /v1/offers/{id}', `withdraw offer ${id}`, () => {
    showOnNextPage(say(t.withdrawn, { title }));
    route(home);
  });
  return (
    <Page title={say(t.withdrawTitle, { title })} caption={enterpriseName} back={{ href: home }} commands={[command]}>
      <Say text={t.withdrawWhat} />
      <div class="govuk-button-group">
        <Button type="button" variant="warning" onClick={() => command.send({ params: { id } })}>
          {say(isUnderWay(command) ? shellText.sending : t.withdraw)}
        </Button>
        <Button href={home} variant="secondary">
          {say(t.keep)}
        </Button>
      </div>
    </Page>
  );
}
