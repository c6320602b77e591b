// Classify: from an SMTP error to what the queue must do: try again, give up, pause, or ask a person.
import type { SendFailure, SendOutcome, ServerFailure } from '@quittance/usecases/ports';
import type { SmtpError } from './smtp-error.ts';

/** How far the message had gone when it failed. */
export type Progress = 'not_connected' | 'envelope' | 'sending' | 'handed_over';

/** Replies to authentication (RFC 4954 §6): the account is at fault, not the message. 454 is temporary but the same. */
const AUTH_REPLIES: readonly number[] = [454, 530, 534, 535, 538];

/** Why the server itself cannot be used. */
export function serverFailure(error: SmtpError): ServerFailure {
  if (error.code === 'EAUTH' || error.code === 'ENOAUTH') return 'auth';
  if (error.responseCode !== null && AUTH_REPLIES.includes(error.responseCode)) return 'auth';
  if (error.code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/.test(error.text)) return 'dns';
  if (error.code === 'ETLS' || /certificate|\bssl\b|\btls\b|handshake/i.test(error.text)) return 'tls';
  if (error.code === 'ETIMEDOUT') return 'timeout';
  if (error.responseCode !== null) return 'not_ready';
  return error.code === 'EPROTOCOL' ? 'protocol' : 'unreachable';
}

const recipientFailure = (error: SmtpError): SendFailure => {
  if (/^5\.1\.[0-36]|^5\.1\.10/.test(error.enhanced)) return 'mailbox_unknown';
  if (/^[45]\.2\.2/.test(error.enhanced)) return 'mailbox_full';
  if (/unknown|no such|not exist|not found|invalid (?:recipient|mailbox)|inconnu/i.test(error.text))
    return 'mailbox_unknown';
  return 'recipient_refused';
};

const temporaryFailure = (error: SmtpError): SendFailure => {
  if (/grey|gray/i.test(error.text)) return 'greylisted';
  if (error.responseCode === 421 || /rate|too many|throttl|4\.7\.28/i.test(error.text)) return 'rate_limited';
  return error.responseCode === 452 || /^4\.2\.2/.test(error.enhanced) ? 'mailbox_full' : 'server_error';
};

const TOO_LARGE = /^5\.(?:3\.4|2\.3)/;

function permanentFailure(error: SmtpError): SendFailure {
  const isTooLarge = TOO_LARGE.test(error.enhanced) || (error.responseCode === 552 && error.command !== 'RCPT TO');
  if (isTooLarge || /^Message size larger/.test(error.text)) return 'too_large';
  if (error.command === 'RCPT TO') return recipientFailure(error);
  return error.command === 'MAIL FROM' ? 'sender_refused' : 'content_refused';
}

/** The outcome of a failed hand-over. `refused` are the recipients the server named before it. */
export function classify(error: SmtpError, progress: Progress): SendOutcome {
  const { responseCode, text } = error;
  const answered = responseCode !== null && responseCode >= 400;
  if (progress === 'handed_over' && !answered) return { kind: 'uncertain', text };
  if (progress === 'not_connected') return { kind: 'unavailable', code: serverFailure(error), text };
  if (answered && AUTH_REPLIES.includes(responseCode)) return { kind: 'unavailable', code: 'auth', text };
  const refusal = { smtpCode: responseCode, text, refused: [] };
  if (answered && responseCode < 500) return { kind: 'transient', code: temporaryFailure(error), ...refusal };
  if (answered || error.code === 'EMESSAGE') return { kind: 'permanent', code: permanentFailure(error), ...refusal };
  if (error.code === 'EENVELOPE') return { kind: 'permanent', code: 'bad_address', ...refusal };
  return { kind: 'transient', code: 'connection_lost', ...refusal };
}
