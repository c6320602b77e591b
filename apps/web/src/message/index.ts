// Front door of message.
export * from './editable-message.tsx';
export * from './message-view.tsx';
export * from './pdf-frame.tsx';
