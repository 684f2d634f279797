//! The one table of keys, [`BINDINGS`], and what the help says of two rows in one line.

use super::{Action, Context};
use crate::locale::Phrase;

/// Where an action stands in the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// Moving.
    Move,
    /// Searching and sorting.
    Search,
    /// What is done with an offer.
    Act,
    /// How things are shown.
    Show,
}

impl Group {
    /// The groups in the order of the help.
    pub const ALL: [Self; 4] = [Self::Move, Self::Act, Self::Search, Self::Show];
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// What it does.
    pub action: Action,
    /// Its name in the config.
    pub name: &'static str,
    /// Its keys, as [`Key::parse`](super::Key::parse) reads them; the first is the one shown in the footer.
    pub keys: &'static [&'static str],
    /// Where it works.
    pub contexts: &'static [Context],
    /// Where it stands in the help.
    pub group: Group,
    /// A word or two for the footer; empty when it does not stand there.
    pub label: Phrase,
    /// The sentence of the help and the palette.
    pub help: Phrase,
}

const LIST: &[Context] = &[Context::List];
const TEXT: &[Context] = &[Context::Detail, Context::Zoom];
const PANES: &[Context] = &[Context::List, Context::Detail];
const BROWSE: &[Context] = &[Context::List, Context::Detail, Context::Zoom];
/// The views of the shortlist that are no list.
const PLAN: &[Context] = &[Context::Board, Context::Agenda];
const BOARD: &[Context] = &[Context::Board];
/// Menus with a selected line.
const MENUS: &[Context] = &[
    Context::Stage,
    Context::Papers,
    Context::Dossier,
    Context::Outline,
    Context::Links,
];
const AGENDA: &[Context] = &[Context::Agenda];
/// Wherever an offer is selected.
pub(super) const VIEWS: &[Context] = &[
    Context::List,
    Context::Detail,
    Context::Zoom,
    Context::Board,
    Context::Agenda,
];
const LEFT_OUT: &[Context] = &[Context::LeftOut];
const DOSSIER: &[Context] = &[Context::Dossier];
const GO: &[Context] = &[Context::Go];
const SHEET: &[Context] = &[Context::Sheet];
const ANY: &[Context] = &Context::ALL;

/// Says nothing in the footer.
const QUIET: Phrase = Phrase { fr: "", en: "" };

const fn row(
    action: Action,
    name: &'static str,
    keys: &'static [&'static str],
    contexts: &'static [Context],
    group: Group,
    label: Phrase,
    help: Phrase,
) -> Binding {
    Binding {
        action,
        name,
        keys,
        contexts,
        group,
        label,
        help,
    }
}

const fn say(fr: &'static str, en: &'static str) -> Phrase {
    Phrase { fr, en }
}

/// Every key of the program, in the order of the footer and of the help.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    row(Action::Back, "back-to-list", &["Esc", "h", "Left"], TEXT, Group::Move,
        say("retour", "back"), say("Revenir à la liste", "Back to the list")),
    row(Action::Keep, "keep", &["Space"], BROWSE, Group::Act,
        say("retenir", "keep"), say("Retenir, ou y renoncer", "Keep, or let go")),
    row(Action::Apply, "apply", &["a"], VIEWS, Group::Act,
        say("candidater", "apply"), say("Préparer la candidature", "Prepare the application")),
    row(Action::Stage, "stage", &["s"], VIEWS, Group::Act,
        say("statut", "stage"), say("Changer le statut", "Change the stage")),
    row(Action::Memo, "memo", &["m"], VIEWS, Group::Act,
        say("mémo", "memo"), say("Écrire un mémo", "Write a memo")),
    row(Action::Date, "date", &["d"], VIEWS, Group::Act,
        say("date", "date"), say("Rappel, entretien, date d’envoi", "Reminder, interview, day sent")),
    row(Action::Papers, "documents", &["D"], VIEWS, Group::Act,
        QUIET, say("Cocher les pièces prêtes", "Tick the documents that are ready")),
    row(Action::Choose, "tick", &["Space", "Enter"], &[Context::Papers], Group::Act,
        say("cocher", "tick"), say("Cocher la pièce", "Tick the document")),
    row(Action::Attach, "attach", &["f"], &[Context::Papers], Group::Act,
        say("fichier", "file"), say("Dire quel fichier est la pièce", "Say which file the document is")),
    row(Action::Dossier, "dossier", &["C"], VIEWS, Group::Act,
        QUIET, say("Dossier de la candidature", "All that is noted of it")),
    row(Action::Tags, "tags", &["T"], VIEWS, Group::Act,
        QUIET, say("Étiquettes", "Tags")),
    row(Action::MemoInEditor, "memo-in-editor", &["V"], VIEWS, Group::Act,
        QUIET, say("Mémo dans votre éditeur", "Memo in your own editor")),
    row(Action::MemoInEditor, "memo-to-editor", &["Ctrl-o"], &[Context::Memo], Group::Act,
        say("éditeur", "editor"), say("Continuer dans votre éditeur", "Go on in your editor")),
    row(Action::Remove, "remove", &["x", "Delete"], DOSSIER, Group::Act,
        say("retirer", "remove"), say("Retirer la ligne", "Take the line away")),
    row(Action::First, "dossier-first", &["g", "Home"], DOSSIER, Group::Move,
        QUIET, say("Au début", "To the start")),
    row(Action::Last, "dossier-last", &["G", "End"], DOSSIER, Group::Move,
        QUIET, say("À la fin", "To the end")),
    row(Action::HalfDown, "dossier-half-down", &["Ctrl-d", "PgDn"], DOSSIER, Group::Move,
        QUIET, say("Une demi-page plus bas", "Half a page down")),
    row(Action::HalfUp, "dossier-half-up", &["Ctrl-u", "PgUp"], DOSSIER, Group::Move,
        QUIET, say("Une demi-page plus haut", "Half a page up")),
    row(Action::Down, "form-down", &["Tab", "Down"], &[Context::Form], Group::Move,
        say("ligne suivante", "next line"), say("Ligne suivante", "Next line")),
    row(Action::Up, "form-up", &["Shift-Tab", "Up"], &[Context::Form], Group::Move,
        QUIET, say("Ligne précédente", "Previous line")),
    row(Action::FollowUp, "follow-up", &["r"], VIEWS, Group::Act,
        QUIET, say("Relancer, remercier, accepter", "Follow up, thank, accept")),
    row(Action::FollowedUp, "followed-up", &["A"], VIEWS, Group::Act,
        QUIET, say("Noter une relance déjà faite", "Note a follow-up already made")),
    row(Action::Profile, "profile", &["I"], VIEWS, Group::Act,
        QUIET, say("Votre profil\u{a0}: nom, signature, CV", "Your profile: name, signature, CV")),
    row(Action::Mark, "mark", &["v"], BROWSE, Group::Act,
        QUIET, say("Cocher pour agir sur plusieurs", "Mark, to act on several")),
    row(Action::Refresh, "refresh", &["R"], BROWSE, Group::Act,
        QUIET, say("Prendre note d’une offre qui a changé", "Take note of an offer that changed")),
    row(Action::Enter, "open-card", &["Enter"], PLAN, Group::Move,
        say("ouvrir", "open"), say("Ouvrir l’offre", "Open the offer")),
    row(Action::Done, "done", &["Space"], AGENDA, Group::Act,
        say("fait", "done"), say("C’est fait", "It is done")),
    row(Action::CardRight, "card-right", &["L"], BOARD, Group::Act,
        say("avancer", "forward"), say("Avancer la carte", "Move the card forward")),
    row(Action::CardLeft, "card-left", &["H"], BOARD, Group::Act,
        say("reculer", "back"), say("Reculer la carte", "Move the card back")),
    row(Action::ColumnRight, "column-right", &["l", "Right"], BOARD, Group::Move,
        QUIET, say("Colonne suivante", "Next column")),
    row(Action::ColumnLeft, "column-left", &["h", "Left"], BOARD, Group::Move,
        QUIET, say("Colonne précédente", "Previous column")),
    row(Action::ToOffers, "offers", &["1", "&"], VIEWS, Group::Show,
        QUIET, say("Offres", "Offers")),
    row(Action::ToKept, "kept", &["2", "é", "F2"], VIEWS, Group::Show,
        QUIET, say("Retenues", "Kept")),
    row(Action::ToBoard, "board", &["3", "\"", "F3"], VIEWS, Group::Show,
        QUIET, say("Tableau", "Board")),
    row(Action::ToAgenda, "agenda", &["4", "'", "F4"], VIEWS, Group::Show,
        QUIET, say("Agenda", "Agenda")),
    row(Action::ToOwn(0), "own-view-1", &["5", "(", "F5"], VIEWS, Group::Show,
        QUIET, say("Première de vos vues", "First view of your own")),
    row(Action::ToOwn(1), "own-view-2", &["6", "-", "F6"], VIEWS, Group::Show,
        QUIET, say("Deuxième de vos vues", "Second view of your own")),
    row(Action::ToOwn(2), "own-view-3", &["7", "è", "F7"], VIEWS, Group::Show,
        QUIET, say("Troisième de vos vues", "Third view of your own")),
    row(Action::ToOwn(3), "own-view-4", &["8", "_", "F8"], VIEWS, Group::Show,
        QUIET, say("Quatrième de vos vues", "Fourth view of your own")),
    row(Action::ToOwn(4), "own-view-5", &["9", "ç", "F9"], VIEWS, Group::Show,
        QUIET, say("Cinquième de vos vues", "Fifth view of your own")),
    row(Action::NextDateKind, "next-date-kind", &["Tab"], &[Context::Date], Group::Act,
        say("autre date", "other date"), say("Rappel, entretien, date limite, envoi", "Reminder, interview, deadline, sent")),
    row(Action::Correct, "correct", &["E"], VIEWS, Group::Act,
        QUIET, say("Corriger ou ajouter un fait", "Correct or add a fact")),
    row(Action::NextFact, "next-fact", &["Tab", "Down"], &[Context::Correct], Group::Act,
        say("fait suivant", "next fact"), say("Fait suivant", "Next fact")),
    row(Action::PreviousFact, "previous-fact", &["Shift-Tab", "Up"], &[Context::Correct], Group::Act,
        QUIET, say("Fait précédent", "Fact before")),
    row(Action::Copy, "copy", &["y"], BROWSE, Group::Act,
        say("copier", "copy"), say("Copier (adresse, objet…)", "Copy (address, subject…)")),
    row(Action::Hide, "hide", &["x"], VIEWS, Group::Act,
        QUIET, say("Masquer, ou remontrer", "Hide, or show again")),
    row(Action::HideOrganization, "hide-organization", &["Alt-x"], BROWSE, Group::Act,
        QUIET, say("Ne plus montrer cet organisme", "Never show this organisation")),
    row(Action::OpenLink, "open-link", &["o"], BROWSE, Group::Act,
        QUIET, say("Ouvrir le lien pour candidater", "Open the link to apply")),
    row(Action::Edit, "edit", &["e"], BROWSE, Group::Act,
        QUIET, say("Ouvrir le fichier", "Open the file")),
    row(Action::Undo, "undo", &["u"], VIEWS, Group::Act,
        QUIET, say("Annuler", "Undo")),
    row(Action::Redo, "redo", &["Ctrl-r"], VIEWS, Group::Act,
        QUIET, say("Rétablir", "Redo")),
    row(Action::CopyAddress, "copy-address", &["y", "a"], &[Context::Copy], Group::Act,
        QUIET, say("l’adresse", "the address")),
    row(Action::CopyCc, "copy-cc", &["c"], &[Context::Copy], Group::Act,
        QUIET, say("les adresses en copie", "the copy addresses")),
    row(Action::CopyAddresses, "copy-addresses", &["t"], &[Context::Copy], Group::Act,
        QUIET, say("toutes les adresses", "all the addresses")),
    row(Action::CopySubject, "copy-subject", &["o", "s"], &[Context::Copy], Group::Act,
        QUIET, say("l’objet", "the subject")),
    row(Action::CopyLink, "copy-link", &["l"], &[Context::Copy], Group::Act,
        QUIET, say("le lien", "the link")),
    row(Action::CopyBlock, "copy-block", &["b"], &[Context::Copy], Group::Act,
        QUIET, say("tout pour candidater", "all that one needs to apply")),
    row(Action::Down, "menu-down", &["j", "Down"], MENUS, Group::Move,
        QUIET, say("Ligne suivante", "Next line")),
    row(Action::Up, "menu-up", &["k", "Up"], MENUS, Group::Move,
        QUIET, say("Ligne précédente", "Previous line")),
    row(Action::Choose, "run-command", &["Enter"], &[Context::Palette], Group::Act,
        say("lancer", "run"), say("Lancer la commande choisie", "Run the selected command")),
    row(Action::Choose, "choose", &["Enter"], &[Context::Stage], Group::Act,
        say("choisir", "choose"), say("Donner le statut choisi", "Set the selected stage")),
    row(Action::Choose, "save", &["Enter"], &[Context::Memo, Context::Date, Context::Correct, Context::Form, Context::Name], Group::Act,
        say("enregistrer", "save"), say("Enregistrer", "Save")),
    row(Action::Choose, "change-line", &["Enter"], &[Context::Dossier], Group::Act,
        say("modifier", "change"), say("Modifier, ou ajouter", "Change, or add")),
    row(Action::Choose, "go-there", &["Enter"], &[Context::Outline], Group::Act,
        say("y aller", "go there"), say("Aller à l’intertitre choisi", "Go to the selected heading")),
    row(Action::Choose, "follow-link", &["Enter"], &[Context::Links], Group::Act,
        say("ouvrir", "open"), say("Ouvrir le lien choisi", "Open the selected link")),
    row(Action::Choose, "change", &["Enter"], &[Context::Sheet], Group::Act,
        say("modifier", "change"), say("Modifier ce qui est choisi", "Change what is selected")),
    row(Action::Choose, "change-done", &["Enter"], &[Context::SheetText], Group::Act,
        say("valider", "confirm"), say("Valider", "Confirm")),
    row(Action::HandOver, "hand-over", &["m"], SHEET, Group::Act,
        say("courriel", "mail"), say("Ouvrir dans la messagerie", "Open in the mail program")),
    row(Action::WriteDraft, "write-draft", &["w"], SHEET, Group::Act,
        say("fichier", "file"), say("Écrire un fichier .eml", "Write an .eml file")),
    row(Action::OpenForm, "open-form", &["o"], SHEET, Group::Act,
        QUIET, say("Ouvrir le formulaire", "Open the form")),
    row(Action::CopyPart, "copy-part", &["y"], SHEET, Group::Act,
        say("copier", "copy"), say("Copier ce qui est choisi", "Copy what is selected")),
    row(Action::CopyDraft, "copy-draft", &["Y"], SHEET, Group::Act,
        QUIET, say("Copier tout le brouillon", "Copy the whole draft")),
    row(Action::AlreadySent, "already-sent", &["d"], SHEET, Group::Act,
        say("déjà fait", "already done"), say("C’est déjà parti\u{a0}: le noter", "It has left already: note it")),
    row(Action::NextLetter, "next-letter", &["t"], SHEET, Group::Act,
        say("autre lettre", "other letter"), say("Une autre lettre", "Another letter")),
    row(Action::Profile, "sheet-profile", &["I"], SHEET, Group::Act,
        say("profil", "profile"), say("Votre nom, signature, CV…", "Your name, signature, CV…")),
    row(Action::Choose, "was-sent", &["Enter", "o", "y"], &[Context::SheetSent], Group::Act,
        say("oui", "yes"), say("Oui, c’est envoyé", "Yes, it was sent")),
    row(Action::Back, "not-sent", &["n", "Esc"], &[Context::SheetSent], Group::Act,
        say("non", "no"), say("Non, pas encore", "No, not yet")),
    row(Action::Down, "sheet-down", &["j", "Down", "Tab"], SHEET, Group::Move,
        QUIET, say("Ligne suivante", "Next line")),
    row(Action::Up, "sheet-up", &["k", "Up", "Shift-Tab"], SHEET, Group::Move,
        QUIET, say("Ligne précédente", "Previous line")),
    row(Action::HalfDown, "letter-down", &["Ctrl-d", "PgDn", "J"], SHEET, Group::Move,
        QUIET, say("Suite de la lettre", "On in the letter")),
    row(Action::HalfUp, "letter-up", &["Ctrl-u", "PgUp", "K"], SHEET, Group::Move,
        QUIET, say("Début de la lettre", "Back in the letter")),
    row(Action::Back, "close-sheet", &["Esc", "q"], SHEET, Group::Move,
        say("fermer", "close"), say("Fermer", "Close")),
    row(Action::Back, "cancel-text", &["Esc"], &[Context::SheetText], Group::Move,
        say("annuler", "cancel"), say("Annuler", "Cancel")),
    row(Action::NewLine, "new-line", &["Alt-Enter", "Ctrl-j"], &[Context::Memo, Context::SheetText], Group::Act,
        say("à la ligne", "new line"), say("Passer à la ligne", "Start a new line")),
    row(Action::Back, "cancel", &["Esc", "q"], &[Context::Copy, Context::Stage, Context::Go], Group::Move,
        say("annuler", "cancel"), say("Annuler", "Cancel")),
    row(Action::Back, "close", &["Esc", "q"], &[Context::Papers, Context::Dossier, Context::Outline, Context::Links], Group::Move,
        say("fermer", "close"), say("Fermer", "Close")),
    row(Action::Back, "cancel-memo", &["Esc"], &[Context::Memo, Context::Date, Context::Correct, Context::Form, Context::Find, Context::Name], Group::Move,
        say("annuler", "cancel"), say("Annuler", "Cancel")),
    row(Action::Enter, "open", &["Enter", "l", "Right"], LIST, Group::Move,
        say("lire", "read"), say("Lire l’offre", "Read the offer")),
    row(Action::Down, "down", &["j", "Down"], VIEWS, Group::Move,
        QUIET, say("Offre ou ligne suivante", "Next offer or line")),
    row(Action::Up, "up", &["k", "Up"], VIEWS, Group::Move,
        QUIET, say("Offre ou ligne précédente", "Previous offer or line")),
    row(Action::Go, "go", &["g"], VIEWS, Group::Move,
        QUIET, say("Aller… (gg au début)", "Go… (gg to the start)")),
    row(Action::First, "first", &["Home"], VIEWS, Group::Move,
        QUIET, say("Au début", "To the start")),
    row(Action::Last, "last", &["G", "End"], VIEWS, Group::Move,
        QUIET, say("À la fin", "To the end")),
    row(Action::HalfDown, "half-down", &["Ctrl-d"], VIEWS, Group::Move,
        QUIET, say("Une demi-page plus bas", "Half a page down")),
    row(Action::HalfUp, "half-up", &["Ctrl-u"], VIEWS, Group::Move,
        QUIET, say("Une demi-page plus haut", "Half a page up")),
    row(Action::PageDown, "page-down", &["PgDn"], VIEWS, Group::Move,
        QUIET, say("Une page plus bas", "A page down")),
    row(Action::PageUp, "page-up", &["PgUp"], VIEWS, Group::Move,
        QUIET, say("Une page plus haut", "A page up")),
    row(Action::OtherDown, "other-down", &["J"], BROWSE, Group::Move,
        QUIET, say("Plus bas dans l’autre volet", "Down in the other pane")),
    row(Action::OtherUp, "other-up", &["K"], BROWSE, Group::Move,
        QUIET, say("Plus haut dans l’autre volet", "Up in the other pane")),
    row(Action::NextNew, "next-new", &["n"], BROWSE, Group::Move,
        QUIET, say("Offre non lue suivante", "Next unread offer")),
    row(Action::PreviousNew, "previous-new", &["N"], BROWSE, Group::Move,
        QUIET, say("Offre non lue précédente", "Previous unread offer")),
    row(Action::SwitchPane, "switch-pane", &["Tab", "Shift-Tab"], PANES, Group::Move,
        QUIET, say("Liste ⇄ détail", "List ⇄ detail")),
    row(Action::Search, "search", &["/"], BROWSE, Group::Search,
        say("chercher", "search"), say("Chercher", "Search")),
    row(Action::Complete, "complete-command", &["Tab"], &[Context::Palette], Group::Search,
        say("compléter", "complete"), say("Compléter le nom d’une commande", "Complete the name of a command")),
    row(Action::Complete, "complete", &["Tab"], &[Context::Search], Group::Search,
        say("compléter", "complete"), say("Compléter un champ ou une valeur", "Complete a field or a value")),
    row(Action::CompleteBack, "complete-back", &["Shift-Tab"], &[Context::Search], Group::Search,
        QUIET, say("Proposition précédente", "The proposal before")),
    row(Action::Accept, "accept", &["Enter", "Down"], &[Context::Search], Group::Search,
        say("aux résultats", "to the results"), say("Aller aux résultats", "Go to the results")),
    row(Action::Facets, "facets", &["f"], BROWSE, Group::Search,
        QUIET, say("Filtrer par lieu, durée…", "Filter by place, length…")),
    row(Action::Choose, "facet", &["Space", "Enter"], &[Context::Facets], Group::Search,
        say("cocher", "tick"), say("Cocher, décocher", "Tick, untick")),
    row(Action::Down, "facet-down", &["j", "Down"], &[Context::Facets], Group::Move,
        QUIET, say("Valeur suivante", "Next value")),
    row(Action::Up, "facet-up", &["k", "Up"], &[Context::Facets], Group::Move,
        QUIET, say("Valeur précédente", "Previous value")),
    row(Action::ColumnRight, "facet-right", &["l", "Right", "Tab"], &[Context::Facets], Group::Move,
        say("champ", "field"), say("Champ suivant", "Next field")),
    row(Action::ColumnLeft, "facet-left", &["h", "Left", "Shift-Tab"], &[Context::Facets], Group::Move,
        QUIET, say("Champ précédent", "Previous field")),
    row(Action::Back, "leave-facets", &["Esc", "f", "q"], &[Context::Facets], Group::Move,
        say("fermer", "close"), say("Fermer", "Close")),
    row(Action::Sort, "sort", &["S"], BROWSE, Group::Search,
        say("trier", "sort"), say("Trier autrement", "Sort otherwise")),
    row(Action::Closed, "closed", &["X"], BROWSE, Group::Search,
        QUIET, say("Closes et masquées, ou non", "Closed and hidden, or not")),
    row(Action::NameView, "name-view", &["W"], BROWSE, Group::Search,
        QUIET, say("Garder la recherche comme vue", "Keep the search as a view")),
    row(Action::ToApply, "to-apply", &["c"], BROWSE, Group::Move,
        QUIET, say("Au passage «\u{a0}candidater\u{a0}»", "To the passage on applying")),
    row(Action::Outline, "outline", &["t"], BROWSE, Group::Move,
        QUIET, say("Plan de l’offre", "Outline of the offer")),
    row(Action::Earlier, "earlier", &["Alt-Left", "b"], BROWSE, Group::Move,
        QUIET, say("Offre lue avant", "Offer read before")),
    row(Action::Later, "later", &["Alt-Right", "B"], BROWSE, Group::Move,
        QUIET, say("Offre lue après", "Offer read after")),
    row(Action::Find, "find", &["Ctrl-f"], BROWSE, Group::Search,
        QUIET, say("Chercher dans le texte (n, N)", "Search in the text (n, N)")),
    row(Action::Accept, "accept-find", &["Enter", "Down"], &[Context::Find], Group::Search,
        say("au texte", "to the text"), say("Aller au texte", "Go to the text")),
    row(Action::Links, "links", &["O"], BROWSE, Group::Act,
        QUIET, say("Liens de l’offre", "Links of the offer")),
    row(Action::Source, "source", &["i"], BROWSE, Group::Show,
        QUIET, say("Source du fichier", "Source of the file")),
    row(Action::Proof, "proof", &["p"], BROWSE, Group::Show,
        QUIET, say("D’où vient chaque fait", "Where each fact was read")),
    row(Action::Zoom, "zoom", &["z"], BROWSE, Group::Show,
        say("zoom", "zoom"), say("L’offre en plein écran", "The offer on the whole screen")),
    row(Action::LeftOut, "left-out", &["F"], VIEWS, Group::Show,
        QUIET, say("Fichiers écartés, et pourquoi", "Files left out, and why")),
    row(Action::Down, "files-down", &["j", "Down"], LEFT_OUT, Group::Move,
        QUIET, say("Fichier suivant", "Next file")),
    row(Action::Up, "files-up", &["k", "Up"], LEFT_OUT, Group::Move,
        QUIET, say("Fichier précédent", "Previous file")),
    row(Action::PageDown, "files-page-down", &["PgDn", "Ctrl-d", "Space"], LEFT_OUT, Group::Move,
        say("suite", "more"), say("Une page plus bas", "A page down")),
    row(Action::PageUp, "files-page-up", &["PgUp", "Ctrl-u"], LEFT_OUT, Group::Move,
        QUIET, say("Une page plus haut", "A page up")),
    row(Action::First, "files-first", &["g", "Home"], LEFT_OUT, Group::Move,
        QUIET, say("Au début", "To the start")),
    row(Action::Last, "files-last", &["G", "End"], LEFT_OUT, Group::Move,
        QUIET, say("À la fin", "To the end")),
    row(Action::Back, "leave-files", &["Esc", "F", "q"], LEFT_OUT, Group::Move,
        say("fermer", "close"), say("Fermer", "Close")),
    row(Action::First, "go-first", &["g"], GO, Group::Move,
        QUIET, say("Au début", "To the start")),
    row(Action::Last, "go-last", &["e", "G"], GO, Group::Move,
        QUIET, say("À la fin", "To the end")),
    row(Action::NextNew, "go-next-new", &["n"], GO, Group::Move,
        QUIET, say("Offre non lue suivante", "Next unread offer")),
    row(Action::ToApply, "go-to-apply", &["c"], GO, Group::Move,
        QUIET, say("Au passage «\u{a0}candidater\u{a0}»", "To the passage on applying")),
    row(Action::Outline, "go-outline", &["t"], GO, Group::Move,
        QUIET, say("Plan de l’offre", "Outline of the offer")),
    row(Action::ToOffers, "go-offers", &["o", "1", "&"], GO, Group::Show,
        QUIET, say("Offres", "Offers")),
    row(Action::ToKept, "go-kept", &["k", "2", "é"], GO, Group::Show,
        QUIET, say("Retenues", "Kept")),
    row(Action::ToBoard, "go-board", &["b", "3", "\""], GO, Group::Show,
        QUIET, say("Tableau", "Board")),
    row(Action::ToAgenda, "go-agenda", &["a", "4", "'"], GO, Group::Show,
        QUIET, say("Agenda", "Agenda")),
    row(Action::LeftOut, "go-left-out", &["f"], GO, Group::Show,
        QUIET, say("Fichiers écartés, et pourquoi", "Files left out, and why")),
    row(Action::Palette, "palette", &[":", "Ctrl-p"], VIEWS, Group::Show,
        say("commandes", "commands"), say("Toutes les commandes", "All commands")),
    row(Action::Repeat, "repeat", &["."], VIEWS, Group::Act,
        QUIET, say("Refaire la même chose ici", "Do the same again here")),
    row(Action::Help, "help", &["?", "F1"], VIEWS, Group::Show,
        QUIET, say("Aide", "Help")),
    row(Action::Hints, "hints", &["H"], BROWSE, Group::Show,
        QUIET, say("Premiers pas, ou les masquer", "First steps, or hide them")),
    row(Action::Back, "back", &["Esc", "h", "Left"], LIST, Group::Move,
        QUIET, say("Effacer, puis revenir", "Clear, then go back")),
    row(Action::Back, "leave-view", &["Esc"], PLAN, Group::Move,
        QUIET, say("Revenir aux offres", "Back to the offers")),
    row(Action::Back, "close-help", &["Enter"], &[Context::Help], Group::Move,
        QUIET, say("Fermer", "Close")),
    row(Action::Back, "leave", &["Esc"], &[Context::Search, Context::Help, Context::Palette], Group::Move,
        say("effacer", "clear"), say("Effacer, puis fermer", "Clear, then close")),
    row(Action::Wider, "wider", &[">"], PANES, Group::Show,
        QUIET, say("Élargir la liste", "Widen the list")),
    row(Action::Narrower, "narrower", &["<"], PANES, Group::Show,
        QUIET, say("Rétrécir la liste", "Narrow the list")),
    row(Action::TogglePreview, "toggle-preview", &["P"], PANES, Group::Show,
        QUIET, say("L’offre à droite, ou dessous", "The offer on the right, or below")),
    row(Action::ToggleMouse, "toggle-mouse", &["M"], BROWSE, Group::Show,
        QUIET, say("Souris du terminal, ou d’ici", "The terminal’s mouse, or ours")),
    row(Action::Down, "palette-down", &["Down", "Ctrl-n"], &[Context::Palette, Context::Help], Group::Move,
        QUIET, say("Ligne suivante", "Next line")),
    row(Action::Up, "palette-up", &["Up", "Ctrl-p"], &[Context::Palette, Context::Help], Group::Move,
        QUIET, say("Ligne précédente", "Previous line")),
    row(Action::PageDown, "palette-page-down", &["PgDn"], &[Context::Palette, Context::Help], Group::Move,
        QUIET, say("Une page plus bas", "A page down")),
    row(Action::PageUp, "palette-page-up", &["PgUp"], &[Context::Palette, Context::Help], Group::Move,
        QUIET, say("Une page plus haut", "A page up")),
    row(Action::Redraw, "redraw", &["Ctrl-l"], ANY, Group::Show,
        QUIET, say("Redessiner l’écran", "Draw the screen again")),
    row(Action::Suspend, "suspend", &["Ctrl-z"], ANY, Group::Show,
        QUIET, say("Vers le shell, fg revient", "To the shell, fg comes back")),
    row(Action::Quit, "quit", &["q"], VIEWS, Group::Show,
        say("quitter", "quit"), say("Quitter", "Quit")),
    row(Action::QuitNow, "quit-now", &["Ctrl-c"], ANY, Group::Show,
        QUIET, say("Quitter tout de suite", "Quit at once")),
];

/// Actions that the help says in one line, with the keys of both.
pub const PAIRS: &[(Action, Action, Phrase)] = &[
    (
        Action::Down,
        Action::Up,
        say("Offre suivante, précédente", "Next, previous offer"),
    ),
    (
        Action::First,
        Action::Last,
        say("Au début, à la fin", "To the start, to the end"),
    ),
    (Action::HalfDown, Action::HalfUp, say("Une demi-page", "Half a page")),
    (Action::PageDown, Action::PageUp, say("Une page", "A page")),
    (
        Action::OtherDown,
        Action::OtherUp,
        say("Dans l’autre volet", "In the other pane"),
    ),
    (
        Action::NextNew,
        Action::PreviousNew,
        say("Non lue suivante, précédente", "Next, previous unread"),
    ),
    (
        Action::Wider,
        Action::Narrower,
        say("Élargir, rétrécir la liste", "Widen, narrow the list"),
    ),
    (
        Action::Earlier,
        Action::Later,
        say("Offre lue avant, après", "Offer read before, after"),
    ),
    (Action::Undo, Action::Redo, say("Annuler, rétablir", "Undo, redo")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keymap::Key;

    #[test]
    fn every_key_of_the_table_can_be_read_and_written() {
        for text in BINDINGS.iter().flat_map(|binding| binding.keys) {
            let key = Key::parse(text).unwrap_or_else(|| panic!("unreadable key {text:?}"));
            assert_eq!(&key.to_string(), text);
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_context() {
        for context in Context::ALL {
            let mut seen: Vec<(&str, &str)> = Vec::new();
            for binding in BINDINGS.iter().filter(|binding| binding.contexts.contains(&context)) {
                for key in binding.keys {
                    if let Some((_, other)) = seen.iter().find(|(used, _)| used == key) {
                        panic!("{key} means {other} and {} in {context:?}", binding.name);
                    }
                    seen.push((key, binding.name));
                }
            }
        }
    }

    #[test]
    fn no_key_needs_alt_gr_on_a_french_keyboard() {
        for key in BINDINGS.iter().flat_map(|binding| binding.keys) {
            assert!(!["[", "]", "{", "}", "#", "~", "\\", "|", "@"].contains(key), "{key}");
        }
    }

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = BINDINGS.iter().map(|binding| binding.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), BINDINGS.len());
    }
}
