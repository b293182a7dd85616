/** What can lie over the page; one at a time. */
export type PageDialog = 'help' | 'palette' | 'tour';
