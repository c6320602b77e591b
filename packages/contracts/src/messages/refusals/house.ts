// Refusals of the house: sessions, rights, requests, members, companies, backups.
import type { RefusalCode } from '../../refusals/index.ts';
import { type Said, say } from './say.ts';

/** Sessions, rights, requests, members, companies, backups. */
export const HOUSE_REFUSALS = {
  not_signed_in: say(
    'Connexion nécessaire',
    'Votre session est fermée ou a expiré. Connectez-vous, puis recommencez.',
    'Sign-in needed',
    'Your session is closed or has expired. Sign in, then try again.',
  ),
  password_change_required: say(
    'Mot de passe à changer',
    'Votre mot de passe a été choisi par quelqu’un d’autre : remplacez-le par le vôtre avant de continuer.',
    'Password to change',
    'Your password was made by somebody else: replace it by one of yours before going on.',
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
  backup_running: say(
    'Sauvegarde en cours',
    'Une sauvegarde est déjà en cours : attendez qu’elle soit finie.',
    'Backup under way',
    'A backup is already under way: wait until it is done.',
  ),
  backup_impossible: say(
    'Sauvegarde impossible d’ici',
    'Ce serveur ne peut pas lire toute la base : faites la sauvegarde par la commande « quittance backup ».',
    'Backup not possible from here',
    'This server cannot read the whole database: make the backup with the command “quittance backup”.',
  ),
} satisfies Partial<Record<RefusalCode, Said>>;
