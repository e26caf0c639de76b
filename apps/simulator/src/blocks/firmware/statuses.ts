/** What comes of the order to update, in the words that all versions share. */
export const updateStatuses = {
  accepted: "Accepted",
  "accepted-cancelled": "AcceptedCanceled",
  rejected: "Rejected",
} as const;
