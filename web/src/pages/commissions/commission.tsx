// /commissions/:id: what a pool has ordered, as its members, the enterprise, and a broker or funder see it.
import { useRoute } from 'preact-iso';
import { useLoad } from '../../api/load.ts';
import { Loaded } from '../../shell/states.tsx';
import type { CommissionProps } from './commission-props.ts';
import { EnterpriseCommission } from './enterprise-commission.tsx';
import { PoolCommission } from './pool-commission.tsx';
import { RefereeCommission } from './referee-commission.tsx';
import { useSide } from './who.ts';

export function CommissionPage() {
  const { id = '' } = useRoute().params;
  const commission = useLoad('GET /v1/commissions/{id}', { params: { id } });
  return (
    <Loaded of={commission}>
      {(value) => <CommissionForSide key={value.id} commission={value} reload={commission.reload} />}
    </Loaded>
  );
}

function CommissionForSide(props: CommissionProps) {
  switch (useSide(props.commission)) {
    case 'enterprise':
      return <EnterpriseCommission {...props} />;
    case 'pool':
      return <PoolCommission {...props} />;
    case 'referee':
      return <RefereeCommission {...props} />;
  }
}
