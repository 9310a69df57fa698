// /my-enterprises/:id/offers/new: lists an offer, one question a page.
import { useLocation, useRoute } from 'preact-iso';
import { useCommand } from '../../api/command.ts';
import { useLoad } from '../../api/load.ts';
import type { Enterprise } from '../../api/types.ts';
import { useFlow } from '../../shell/flow.ts';
import { showOnNextPage } from '../../shell/notice.ts';
import { Loaded, NotFound } from '../../shell/states.tsx';
import { say } from '../../text/say.ts';
import { emptyOffer } from './offer-draft.ts';
import { offerFormText as t } from './offer-form.text.ts';
import { OFFER_FLOW, OfferForm } from './offer-form.tsx';

export function NewOffer() {
  const id = useRoute().params.id ?? '';
  const enterprise = useLoad('GET /v1/enterprises/{id}', { params: { id } });
  return <Loaded of={enterprise}>{(mine) => (mine.mine ? <List enterprise={mine} /> : <NotFound />)}</Loaded>;
}

function List({ enterprise: { id, name, postcode = '' } }: { readonly enterprise: Enterprise }) {
  const home = `/my-enterprises/${id}`;
  const { route } = useLocation();
  const flow = useFlow({ ...OFFER_FLOW, draftName: `offer of ${id}`, empty: emptyOffer(postcode), home });
  const command = useCommand('POST /v1/enterprises/{id}/offers', `list offer ${id}`, () => {
    showOnNextPage(say(t.listed, { title: flow.draft.title }));
    flow.finish();
    route(home);
  });
  return (
    <OfferForm
      caption={say(t.listCaption, { enterprise: name })}
      flow={flow}
      command={command}
      sendText={say(t.list)}
      onSend={(body) => command.send({ params: { id }, body })}
    />
  );
}
