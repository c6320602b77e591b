// Refusal codes: every "no" the API can say, closed. Each has a status (server) and a sentence in two languages (messages).

/** Refusals of the doors themselves, possible on any route, so no route declares them. */
export const DOOR_REFUSALS = [
  'not_signed_in',
  'password_change_required',
  'forbidden',
  'cross_site_request',
  'invalid_request',
  'not_found',
  'organization_required',
  'company_required',
  'body_too_large',
  'unsupported_media_type',
  'too_many_requests',
  'unavailable',
  'internal_error',
] as const;

/** Refusals of the business, declared by the routes that may answer them. */
export const BUSINESS_REFUSALS = [
  'wrong_credentials',
  'already_set_up',
  'weak_password',
  'email_taken',
  'demo_exists',
  'organization_unknown',
  'company_unknown',
  'mail_server_missing',
  'mail_sender_missing',
  'mail_not_encrypted',
  'mail_not_tested',
  'upload_unknown',
  'file_kind_unknown',
  'file_refused',
  'mapping_incomplete',
  'import_running',
  'other_company',
  'action_unknown',
  'action_gone',
  'plan_changed',
  'nothing_chosen',
  'already_undone',
  'action_left',
  'ladder_moved',
  'postpone_in_past',
  'state_forbids',
  'nothing_to_print',
  'hold_ended',
  'hold_in_past',
  'template_broken',
  'template_missing',
  'postal_address_missing',
  'sms_too_long',
  'message_empty',
  'message_inconsistent',
  'test_not_sent',
  'scenario_invalid',
  'scenario_in_use',
  'task_closed',
  'version_conflict',
  'too_large_to_export',
  'credit_spent',
  'debt_settled',
  'allocation_mismatch',
  'allocation_undone',
  'accounts_differ',
  'money_matched_twice',
  'imported_since',
  'money_went_on',
  'iban_invalid',
  'iban_known',
  'movement_matched',
  'proposal_stale',
  'over_limit',
  'decision_undone',
  'payment_spent',
  'day_in_future',
  'day_out_of_order',
  'nothing_to_claim',
  'not_claimable',
  'period_invalid',
  'ledger_unbalanced',
  'due_before_issue',
  'discount_impossible',
  'invoice_settled',
  'rate_missing',
  'contact_exists',
  'message_stopped',
  'already_member',
  'portfolio_not_for_role',
  'own_rights',
  'last_admin',
  'known_elsewhere',
  'picture_refused',
  'company_exists',
  'backup_running',
  'backup_impossible',
] as const;

/** Why one message cannot be made: declared by every route that makes one. */
export const UNMADE = [
  'template_broken',
  'template_missing',
  'postal_address_missing',
  'sms_too_long',
  'message_empty',
  'message_inconsistent',
] as const satisfies readonly (typeof BUSINESS_REFUSALS)[number][];

/** A refusal of the doors. */
export type DoorRefusal = (typeof DOOR_REFUSALS)[number];
/** A refusal of the business. */
export type BusinessRefusal = (typeof BUSINESS_REFUSALS)[number];
/** Any refusal the API may answer. */
export type RefusalCode = DoorRefusal | BusinessRefusal;

/** All of them, doors first. */
export const REFUSAL_CODES: readonly RefusalCode[] = [...DOOR_REFUSALS, ...BUSINESS_REFUSALS];
