// Front door of message.
export * from './message-view.tsx';
export * from './pdf-frame.tsx';
