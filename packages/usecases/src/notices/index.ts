// Front door of notices.
export { type Notice, type NoticeKind, noticePermission } from './notice.ts';
export * from './read-notices.ts';
