/** What `inspect` shows: what flows between two stages. */
export const STAGES = ['inputs', 'ledger', 'documents'] as const;
