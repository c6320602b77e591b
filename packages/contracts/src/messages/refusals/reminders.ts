// Refusals of reminders: the plan, holds, messages and their sending, scenarios, templates.
import type { RefusalCode } from '../../refusals/index.ts';
import { type Said, say } from './say.ts';

/** The plan, holds, messages and their sending, scenarios, templates. */
export const REMINDER_REFUSALS = {
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
  action_left: say(
    'Trop tard : c’est parti',
    'Le message est parti, ou en train de partir : l’approbation ne s’annule plus. Il est dans Envois.',
    'Too late: it has left',
    'The message has left, or is leaving: the approval can no longer be undone. It is in the outbox.',
  ),
  ladder_moved: say(
    'Trop tard : la suite a commencé',
    'Une étape suivante est déjà faite ou approuvée pour ces factures : l’étape passée ne se rétablit plus.',
    'Too late: the ladder has moved on',
    'A later step is done or approved for these invoices: the skipped step can no longer be brought back.',
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
  template_missing: say(
    'Pas de texte',
    'Aucun texte n’existe pour ce ton et ce canal : écrivez-le dans Modèles de messages.',
    'No text',
    'There is no text for this tone and channel: write it in Message templates.',
  ),
  postal_address_missing: say(
    'Adresse postale manquante',
    'Ce courrier ne peut pas être préparé : complétez l’adresse postale sur la fiche du client.',
    'Postal address missing',
    'This letter cannot be made: complete the postal address on the customer’s card.',
  ),
  sms_too_long: say(
    'SMS trop long',
    'Le texte fait {length} caractères, pour {limit} au plus : raccourcissez-le.',
    'Text message too long',
    'The text has {length} characters, {limit} at most: shorten it.',
  ),
  message_empty: say(
    'Rien à demander',
    'Aucune facture ouverte ne figure dans ce message : il n’y a rien à y demander.',
    'Nothing to ask for',
    'This message lists no open invoice: there is nothing to ask for.',
  ),
  message_inconsistent: say(
    'Sommes à vérifier',
    'Les sommes de ce message ne s’accordent pas (factures, avoirs, pénalités, total) : il ne partira pas ainsi. Vérifiez les lettrages et les avoirs du client.',
    'Amounts to check',
    'The amounts of this message do not agree (invoices, credits, penalties, total): it will not leave like this. Check the customer’s allocations and credit notes.',
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
} satisfies Partial<Record<RefusalCode, Said>>;
