// The two places that exist locally. Each person lives in one of them.

export const HOME = 'barking-and-dagenham';
export const SECOND_PLACE = 'lambeth';
