// Front door of delivery.
export type { DeliveryCounts } from './counts.ts';
export * from './deliver-due.ts';
export * from './message/compose.ts';
export * from './message/kept-html.ts';
export * from './message/load-message-facts.ts';
export * from './message/message-view.ts';
export * from './ports.ts';
export * from './recover-claims.ts';
export * from './send-window.ts';
