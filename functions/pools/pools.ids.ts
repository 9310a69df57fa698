// A commission's id includes its pool's: <pool>-<proposal>. Inside the pool it has the id of its proposal.

export const commissionIdOf = (poolId: string, proposalId: string): string => `${poolId}-${proposalId}`;

export function readCommissionId(id: string): { poolId: string; proposalId: string } {
  const [poolId = '', proposalId = ''] = id.split('-');
  return { poolId, proposalId };
}
