// Refusal messages: what happened and what to do next, in French and English. `{name}` is filled from the refusal's facts;
// facts that are codes stay out of the sentences, for screens to word them.
import type { RefusalCode } from '../refusals/index.ts';

/** A short title and a sentence. */
export type Wording = Readonly<{ title: string; detail: string }>;

const say = (frTitle: string, frDetail: string, enTitle: string, enDetail: string) => ({
  fr: { title: frTitle, detail: frDetail },
  en: { title: enTitle, detail: enDetail },
});

/** One wording in each language for each code; a missing code does not compile. */
export const REFUSAL_MESSAGES: Readonly<Record<RefusalCode, Readonly<{ fr: Wording; en: Wording }>>> = {
  not_signed_in: say(
    'Connexion nécessaire',
    'Votre session est fermée ou a expiré. Connectez-vous, puis recommencez.',
    'Sign-in needed',
    'Your session is closed or has expired. Sign in, then try again.',
  ),
  forbidden: say(
    'Action non autorisée',
    'Votre rôle ne permet pas cette action. Un administrateur peut vous en donner le droit.',
    'Not allowed',
    'Your role does not allow this. An admin can grant it.',
  ),
  cross_site_request: say(
    'Demande venue d’ailleurs',
    'Cette demande ne vient pas d’une page de Quittance : elle a été ignorée, rien n’a changé.',
    'Request from elsewhere',
    'This request does not come from a Quittance page: it was ignored and nothing changed.',
  ),
  invalid_request: say(
    'Demande illisible',
    'Certaines valeurs ne peuvent pas être lues. Rien n’a été enregistré.',
    'Unreadable request',
    'Some values cannot be read. Nothing was saved.',
  ),
  not_found: say(
    'Introuvable',
    'Cet élément n’existe pas, ou plus.',
    'Not found',
    'There is no such thing, or no longer.',
  ),
  organization_required: say(
    'Organisation à choisir',
    'Vous appartenez à plusieurs organisations, ou à aucune : choisissez celle qui est concernée.',
    'Choose an organization',
    'You belong to several organizations, or to none: choose which one is meant.',
  ),
  company_required: say(
    'Société à choisir',
    'Aucune société de ce nom dans l’organisation : choisissez-en une autre.',
    'Choose a company',
    'The organization has no such company: choose another.',
  ),
  body_too_large: say(
    'Envoi trop volumineux',
    'L’envoi dépasse la taille acceptée ({maxMegabytes} Mo). Rien n’a été enregistré.',
    'Too large',
    'What was sent is larger than accepted ({maxMegabytes} MB). Nothing was saved.',
  ),
  unsupported_media_type: say(
    'Format non accepté',
    'Le type de contenu envoyé ne peut pas être lu ici ; attendu : {expected}.',
    'Unsupported content',
    'This kind of content cannot be read here; expected: {expected}.',
  ),
  too_many_requests: say(
    'Trop d’essais',
    'Trop d’essais rapprochés. Réessayez dans {seconds} secondes.',
    'Too many attempts',
    'Too many attempts at once. Try again in {seconds} seconds.',
  ),
  unavailable: say(
    'Service indisponible',
    'La base de données ne répond pas pour le moment. Rien n’est perdu ; réessayez dans un instant.',
    'Unavailable',
    'The database does not answer just now. Nothing is lost; try again in a moment.',
  ),
  internal_error: say(
    'Erreur de notre côté',
    'Une erreur inattendue s’est produite ; rien n’a été enregistré à moitié. Citez la référence {requestId} à qui tient le serveur.',
    'An error on our side',
    'Something unexpected happened; nothing was half saved. Quote the reference {requestId} to whoever runs the server.',
  ),
  wrong_credentials: say(
    'Connexion refusée',
    'L’adresse ou le mot de passe ne correspond pas.',
    'Sign-in refused',
    'The address or the password does not match.',
  ),
  already_set_up: say(
    'Déjà en service',
    'La première mise en service est terminée. Connectez-vous.',
    'Already set up',
    'Set-up is over. Sign in.',
  ),
  weak_password: say(
    'Mot de passe trop simple',
    'Choisissez un mot de passe d’au moins {minimum} caractères qui ne contienne ni votre nom ni votre adresse.',
    'Password too simple',
    'Choose a password of at least {minimum} characters without your name or address in it.',
  ),
  email_taken: say(
    'Adresse déjà utilisée',
    'Un compte existe déjà pour cette adresse.',
    'Address taken',
    'There is already an account for this address.',
  ),
  demo_exists: say(
    'Démonstration déjà chargée',
    'Le portefeuille de démonstration est déjà là.',
    'Demo already loaded',
    'The demo portfolio is already there.',
  ),
  organization_unknown: say(
    'Organisation inconnue',
    'Vous n’appartenez à aucune organisation de ce nom.',
    'Unknown organization',
    'You belong to no organization of that name.',
  ),
  company_unknown: say(
    'Société inconnue',
    'L’organisation n’a aucune société de ce code.',
    'Unknown company',
    'The organization has no company of that code.',
  ),
  mail_server_missing: say(
    'Serveur d’envoi manquant',
    'Indiquez d’abord un serveur d’envoi : sans lui rien ne peut partir. Le mode test reste actif.',
    'Mail server missing',
    'Set a mail server first: nothing can leave without one. Test mode stays on.',
  ),
  mail_sender_missing: say(
    'Adresse d’expéditeur manquante',
    'Indiquez l’adresse e-mail d’où partent les messages, dans l’en-tête de la société ou avec le serveur d’envoi.',
    'Sender’s address missing',
    'Give the e-mail address messages come from, in the letterhead or with the mail server.',
  ),
  mail_not_encrypted: say(
    'Connexion non chiffrée',
    'Sans chiffrement, le mot de passe et vos messages circuleraient en clair. Choisissez STARTTLS ou TLS ; « aucune » ne vaut que pour un serveur de cette machine.',
    'Connection not encrypted',
    'Without encryption the password and your messages would travel in clear. Choose STARTTLS or TLS; “none” is for a server on this machine only.',
  ),
  mail_not_tested: say(
    'Envoi non essayé',
    'Envoyez-vous d’abord un message de test avec ces réglages (Paramètres, Canaux) : rien ne part à de vrais clients sans cet essai.',
    'Sending not tested',
    'Send yourself a test message with these settings first (Settings, Channels): nothing leaves to real customers without it.',
  ),
  upload_unknown: say(
    'Fichier expiré',
    'Ce fichier envoyé n’est plus disponible. Envoyez-le de nouveau.',
    'File expired',
    'This uploaded file is no longer there. Send it again.',
  ),
  file_kind_unknown: say(
    'Type de fichier inconnu',
    'Le contenu n’est pas celui d’un fichier de ce type.',
    'Unknown kind of file',
    'The content is not that of such a file.',
  ),
  file_refused: say(
    'Fichier refusé',
    'Le fichier ne peut pas être lu tel qu’il est. Rien n’a été enregistré.',
    'File refused',
    'The file cannot be read as it is. Nothing was saved.',
  ),
  mapping_incomplete: say(
    'Colonnes à indiquer',
    'Il manque la colonne {column}. Indiquez laquelle du fichier y correspond.',
    'Columns to name',
    'The column {column} is missing. Say which one of the file it is.',
  ),
  import_running: say(
    'Import déjà en cours',
    'Ce fichier est en cours d’import. Suivez sa progression au lieu de le relancer.',
    'Import already running',
    'This file is being imported. Follow its progress instead of starting it again.',
  ),
  action_unknown: say(
    'Relance inconnue',
    'Cette relance ne figure pas au plan du jour demandé.',
    'Unknown reminder',
    'This reminder is not in the plan of that day.',
  ),
  action_gone: say(
    'Relance disparue',
    'La situation a changé : cette relance n’est plus à faire.',
    'Reminder gone',
    'Things have changed: this reminder is no longer due.',
  ),
  postpone_in_past: say(
    'Date déjà passée',
    'On ne reporte que vers un jour à venir.',
    'Day already past',
    'A reminder can only be postponed to a day to come.',
  ),
  state_forbids: say(
    'Impossible en l’état',
    'Dans son état actuel, ce n’est pas possible. Rien n’a changé.',
    'Not possible now',
    'Not possible in its present state. Nothing has changed.',
  ),
  plan_changed: say(
    'Le plan a changé',
    'La sélection comptait {expected} relances, elle en compte maintenant {now}. Rien n’a été fait : relisez la liste, puis recommencez.',
    'The plan has changed',
    'The selection held {expected} reminders and now holds {now}. Nothing was done: read the list again, then retry.',
  ),
  nothing_chosen: say(
    'Rien n’est choisi',
    'Choisissez au moins une relance.',
    'Nothing is chosen',
    'Choose at least one reminder.',
  ),
  already_undone: say(
    'Déjà annulé',
    'Cette décision a déjà été annulée. Rien n’a changé.',
    'Undone already',
    'This decision was undone already. Nothing changed.',
  ),
  nothing_to_print: say(
    'Rien à imprimer',
    'Aucun courrier approuvé n’attend l’impression.',
    'Nothing to print',
    'No approved letter is waiting to be printed.',
  ),
  hold_ended: say(
    'Suspension terminée',
    'Cette suspension est déjà levée ou échue.',
    'Hold ended',
    'This hold is already lifted or over.',
  ),
  hold_in_past: say(
    'Date déjà passée',
    'Une suspension se termine aujourd’hui ou plus tard.',
    'Day already past',
    'A hold ends today or later.',
  ),
  template_broken: say(
    'Modèle à corriger',
    'Le modèle ne peut pas être utilisé : ligne {line}, colonne {column}, près de « {seen} ».',
    'Template to mend',
    'The template cannot be used: line {line}, column {column}, near “{seen}”.',
  ),
  test_not_sent: say(
    'Test non parti',
    'Le serveur de messagerie n’a pas pris l’e-mail de test : {answer}. Rien n’est parti ; vérifiez ses réglages, puis recommencez.',
    'Test not sent',
    'The mail server did not take the test: {answer}. Nothing left; check its settings, then try again.',
  ),
  scenario_in_use: say(
    'Scénario utilisé',
    'Des clients le suivent ({customers}), ou un segment ou la société le choisit : donnez-leur d’abord un autre scénario.',
    'Ladder in use',
    'Customers are on it ({customers}), or a segment or the company chooses it: give them another ladder first.',
  ),
  scenario_invalid: say(
    'Scénario à corriger',
    'L’étape {rank} ne convient pas.',
    'Scenario to mend',
    'Step {rank} will not do.',
  ),
  task_closed: say(
    'Tâche déjà close',
    'Quelqu’un a déjà noté le résultat de cette tâche.',
    'Task closed',
    'Somebody has already noted the outcome of this task.',
  ),
  version_conflict: say(
    'Modifié entre-temps',
    'Quelqu’un a enregistré une version plus récente ({version}). Relisez-la avant d’enregistrer la vôtre.',
    'Changed meanwhile',
    'Somebody saved a newer version ({version}). Read it before saving yours.',
  ),
  too_large_to_export: say(
    'Trop de lignes',
    'L’export dépasse {limit} lignes : restreignez la recherche ou choisissez CSV.',
    'Too many rows',
    'The export exceeds {limit} rows: narrow the search or choose CSV.',
  ),
  contact_exists: say(
    'Interlocuteur déjà connu',
    'Ce client a déjà un interlocuteur de ce nom : modifiez celui-là, ou précisez le nom.',
    'Contact already known',
    'This customer already has a contact of that name: change that one, or make the name more precise.',
  ),
  message_stopped: say(
    'Message arrêté',
    'La situation du client interdit ce message : il ne doit rien de ce qui est listé, ou une procédure, un litige l’interdit. Rien n’est parti.',
    'Message stopped',
    'The customer’s standing forbids this message: nothing listed is owed, or proceedings or a dispute forbid it. Nothing has left.',
  ),
  already_member: say(
    'Déjà membre',
    'Cette personne est déjà membre de l’organisation : changez ses droits dans la liste.',
    'Already a member',
    'This person is already a member of the organization: change their rights in the list.',
  ),
  portfolio_not_for_role: say(
    'Portefeuille sans objet',
    'Ce rôle voit toute l’organisation. Pour limiter à un portefeuille, choisissez un autre rôle.',
    'No portfolio for this role',
    'This role sees the whole organization. Choose another role to narrow it to a portfolio.',
  ),
  own_rights: say(
    'Vos propres droits',
    'Personne ne change ses propres droits : demandez à un autre administrateur.',
    'Your own rights',
    'Nobody changes their own rights: ask another admin.',
  ),
  last_admin: say(
    'Dernier administrateur',
    'C’est le dernier administrateur : donnez d’abord ce rôle à quelqu’un d’autre.',
    'Last admin',
    'This is the last admin: give that role to somebody else first.',
  ),
  known_elsewhere: say(
    'Connu d’autres organisations',
    'Cette personne appartient aussi à d’autres organisations : elle change elle-même son mot de passe.',
    'Known elsewhere',
    'This person belongs to other organizations too: they change their password themselves.',
  ),
  picture_refused: say(
    'Image non acceptée',
    'L’image doit être un PNG ou un JPEG de 1 Mo au plus. Rien n’a changé.',
    'Picture not accepted',
    'The picture must be a PNG or a JPEG of 1 MB at most. Nothing changed.',
  ),
  company_exists: say(
    'Société déjà connue',
    'Une société de ce code existe déjà dans l’organisation.',
    'Company already known',
    'The organization already has a company of that code.',
  ),
};
