//! One complaint at the desk.

use crate::{
    phrase::Phrase,
    tasks::{
        complaint::{
            attachment::ShownAttachment,
            form::{Complainant, ComplaintAuthority, ComplaintReach},
            text::{self as complaint, write},
            views::{ShownEvent, describe_reader, group, paragraphs, show_attachments},
        },
        desk::{
            complaints::text,
            shell::{AtDesk, desk_page},
            text as desk_text,
            views::{Notices, show_submit},
        },
    },
    ui::{
        choices::{Checkboxes, Choice, Fieldset, Legend, Radios, Select, choice_id},
        dates,
        document::PageMeta,
        fields::{Hidden, TextArea},
        text as common,
    },
};
use domain::{
    Lang, LocalDay, Role, Standard, Substance,
    complaint::{ComplaintFact, ComplaintStatus, ComplaintSubject, Receipt, find_body},
};
use leptos::prelude::*;

/// What whoever reads a complaint has typed, and could not be done.
#[derive(Clone, Default)]
pub struct ReaderForm {
    /// What was to be done.
    pub act: String,
    pub words: String,
    pub verdict: String,
}

/// A complaint with all that was said.
pub struct ComplaintPage<'a> {
    pub standard: &'a Standard,
    pub id: &'a str,
    pub receipt: &'a Receipt,
    pub status: ComplaintStatus,
    pub subject: Option<ComplaintSubject>,
    /// Who complains, and by what right, as the form carried it.
    pub who: (&'a str, &'a str),
    /// How they want the answer, and what they told of themselves.
    pub reach: &'a str,
    pub contact: [&'a str; 3],
    pub pseudonym: &'a str,
    pub events: &'a [ShownEvent],
    /// Who did each, in the order of the events; empty where the citizen did.
    pub authors: &'a [String],
    /// Colleagues: name in hexadecimal, name, and whether the complaint is about them.
    pub colleagues: Vec<(String, String, bool)>,
    /// The marks as the page shows them, to be compared when others are set.
    pub marked: String,
    /// The role whom it is about, as whoever complains said.
    pub about_reader: Option<Role>,
    /// The role that reads it now, and those to whom it can be handed on.
    pub reader: Role,
    pub readers: Vec<Role>,
    /// Where it can be sent on: the code of the body that the standard names.
    pub onward: Option<&'a str>,
    /// What decided to whom it goes and until when, as the form carried it.
    pub substance: &'a str,
    pub adult: &'a str,
    /// Who has read it or done something, and when.
    pub log: &'a [(LocalDay, String, Phrase)],
    pub today: LocalDay,
    pub form: ReaderForm,
    /// What goes along.
    pub attached: &'a [ShownAttachment],
}

impl ComplaintPage<'_> {
    /// Whether it can go to the authority that the standard names: its answer stands, and not all of it was right.
    #[must_use]
    pub const fn has_package(&self) -> bool {
        self.onward.is_some()
            && (self.status.allows(ComplaintFact::SentOn) || matches!(self.status, ComplaintStatus::SentOn))
    }
}

/// `/desk/klager/{id}`.
pub fn complaint_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &ComplaintPage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let subject = page.subject.map(|subject| complaint::subject(subject).0.get(lang));
    let words = page.events.first().and_then(|event| event.words.as_deref());
    let words = words.map_or_else(|| view! { <p>{text::UNREADABLE.get(lang)}</p> }.into_any(), paragraphs);
    let file = |place: u32| Some(meta.to(&format!("/desk/klager/{}/fil?nr={place}", page.id)));
    let attached = show_attachments(page.attached, file, lang);
    let content = view! {
        <p><a class="back-link" href=meta.to("/desk/klager")>{text::TAB.get(lang)}</a></p>
        <h1>{group(&page.receipt.number)}" · "{subject}</h1>
        <p><strong>{sum_up(page, lang)}</strong></p>
        {page.about_reader.map(|role| view! { <p class="notice">{text::ABOUT_READER.with(desk_text::role(role).get(lang), lang)}</p> })}
        {show_facts(page, lang)}
        <section class="panel"><h2>{text::COMPLAINT.get(lang)}</h2>{words}{attached}</section>
        {show_since(page, lang)}
        {show_acts(&meta, &notices, page)}
        {show_shut_out(&meta, page)}
        {show_log(page, lang)}
    };
    desk_page(meta, at, notices, content.into_any())
}

/// How it stands, and how many days are left.
fn sum_up(page: &ComplaintPage<'_>, lang: Lang) -> String {
    let status = common::capitalised(text::status(page.status).get(lang));
    match page.receipt.reassess_by.filter(|_| page.status.is_open()) {
        Some(by) => {
            let day = dates::weekday_and_date(by.date(), lang);
            let left = text::left(by.days_from(page.today), lang);
            format!("{status}. {}: {day} ({left}).", text::BY.get(lang))
        }
        None => format!("{status}."),
    }
}

fn show_facts(page: &ComplaintPage<'_>, lang: Lang) -> AnyView {
    let rows = list_facts(page, lang)
        .into_iter()
        .map(|(label, value)| view! { <li><span>{label.get(lang)}": "{value}</span></li> })
        .collect_view();
    view! { <ul class="lines">{rows}</ul> }.into_any()
}

/// What is known of a complaint, each with its label.
pub fn list_facts(page: &ComplaintPage<'_>, lang: Lang) -> Vec<(Phrase, String)> {
    let (who, authority) = page.who;
    let who = Complainant::from_code(who).map(|one| write::who(one).get(lang));
    let authority = ComplaintAuthority::from_code(authority)
        .filter(|_| page.who.0 == Complainant::Other.code())
        .map(|one| write::authority(one).get(lang));
    let who = who.into_iter().chain(authority).collect::<Vec<_>>().join(". ");
    let told: Vec<&str> = page.contact.into_iter().filter(|one| !one.trim().is_empty()).collect();
    let reach = ComplaintReach::from_code(page.reach).map(|one| write::reach(one).get(lang));
    let contact = if told.is_empty() {
        text::ANONYMOUS.get(lang).to_owned()
    } else {
        reach.into_iter().chain(told).collect::<Vec<_>>().join(", ")
    };
    let day = |day: LocalDay| dates::weekday_and_date(day.date(), lang);
    let timing = text::timing(page.receipt.timing).get(lang);
    let latest =
        page.receipt.latest.map_or_else(|| timing.to_owned(), |latest| format!("{}: {timing}", day(latest)));
    vec![
        (text::RECEIVED, day(page.receipt.received_on)),
        (complaint::receipt::GOES_TO, describe_reader(page.standard, page.receipt, page.reader, lang)),
        (text::GROUNDS, describe_grounds(page, lang)),
        (complaint::receipt::LATEST, latest),
        (text::WHO, who),
        (text::CONTACT, contact),
        (text::ALIAS, page.pseudonym.to_owned()),
    ]
}

/// What decided to whom it goes and until when: substance, age, and the day from which was counted.
fn describe_grounds(page: &ComplaintPage<'_>, lang: Lang) -> String {
    let substance =
        Substance::from_code(page.substance).map(|one| common::substance(one).get(lang).to_owned());
    let young = (page.adult == "NO").then(|| text::UNDER_18.get(lang).to_owned());
    let start = page.receipt.start.and_then(|start| {
        let day = dates::weekday_and_date(start.day?.date(), lang);
        Some(complaint::route::told_day(start.kind).with(&day, lang))
    });
    let worked_out = page.receipt.start.filter(|start| start.is_worked_out());
    let worked_out = worked_out.map(|_| text::WORKED_OUT.get(lang).to_owned());
    let told: Vec<String> = [substance, young, start, worked_out].into_iter().flatten().collect();
    if told.is_empty() { text::NOT_ASKED.get(lang).to_owned() } else { told.join(". ") }
}

/// Who has read it or done something, for whoever reads it.
fn show_log(page: &ComplaintPage<'_>, lang: Lang) -> Option<AnyView> {
    let items: Vec<_> = page
        .log
        .iter()
        .map(|(day, who, what)| {
            view! { <li><span>{dates::long_date(day.date(), lang)}": "{who.clone()}" · "{what.get(lang)}</span></li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <details class="panel"><summary><h2>{text::LOG.get(lang)}</h2></summary><ul class="lines">{items}</ul></details> }
            .into_any()
    })
}

fn show_since(page: &ComplaintPage<'_>, lang: Lang) -> AnyView {
    let items: Vec<_> = page
        .events
        .iter()
        .zip(page.authors)
        .skip(1)
        .map(|(event, author)| {
            let day = dates::long_date(event.on.date(), lang);
            let who = if author.is_empty() { text::BY_CITIZEN.get(lang).to_owned() } else { author.clone() };
            let words = event.words.as_deref().map(paragraphs);
            view! { <li><div>{day}": "<strong>{text::fact(event.fact).get(lang)}</strong>" · "{who}{words}</div></li> }
        })
        .collect();
    let since = if items.is_empty() {
        view! { <p class="hint">{text::NOTHING_SINCE.get(lang)}</p> }.into_any()
    } else {
        view! { <ul class="lines">{items}</ul> }.into_any()
    };
    view! { <section><h2>{text::SINCE.get(lang)}</h2>{since}</section> }.into_any()
}

fn fields(page: &ComplaintPage<'_>) -> Vec<(&'static str, String)> {
    vec![("SEEN", page.events.len().to_string())]
}

fn show_acts(meta: &PageMeta, notices: &Notices, page: &ComplaintPage<'_>) -> AnyView {
    let lang = meta.lang;
    let action = meta.to(&format!("/desk/klager/{}", page.id));
    let press = |act: &'static str, label: String| {
        view! {
            <form method="post" action=action.clone() class="actions">
                <Hidden fields=fields(page)/>
                <button class="button button-secondary" type="submit" name="DO" value=act>{label}</button>
            </form>
        }
    };
    let allows = |fact| page.status.allows(fact);
    let acknowledge = allows(ComplaintFact::Acknowledged)
        .then(|| press("ACKNOWLEDGE", text::ACKNOWLEDGE.get(lang).to_owned()));
    let onward = page.onward.and_then(|code| find_body(page.standard, code));
    let send_on = allows(ComplaintFact::SentOn).then(|| match onward {
        Some(body) => press("SEND_ON", text::SEND_ON.with(body.name.get(lang), lang)).into_any(),
        None => view! { <p class="hint">{text::SEND_ON_SILENT.get(lang)}</p> }.into_any(),
    });
    let package = show_package(meta, page);
    let decide = allows(ComplaintFact::Upheld).then(|| show_decide(&action, notices, page, lang));
    let ask = allows(ComplaintFact::Asked).then(|| {
        let typed = typed(page, "ASK");
        let form = show_words(&action, page, ("ASK", text::QUESTION, text::SEND), typed, notices, lang);
        view! { <details class="panel" open=page.form.act == "ASK"><summary><h2>{text::ASK.get(lang)}</h2></summary>{form}</details> }
    });
    let hand_on = allows(ComplaintFact::HandedOn).then(|| show_hand_on(&action, notices, page, lang));
    view! { {show_kept(page, lang)}{acknowledge}{package}{send_on}{decide}{ask}{hand_on} }.into_any()
}

/// All that the next authority is to have, in one file.
fn show_package(meta: &PageMeta, page: &ComplaintPage<'_>) -> Option<AnyView> {
    let lang = meta.lang;
    let body = find_body(page.standard, page.onward?)?.name.get(lang);
    let address = meta.to(&format!("/desk/klager/{}/pakke", page.id));
    page.has_package().then(|| {
        view! {
            <section class="panel">
                <h2>{text::PACKAGE.with(body, lang)}</h2>
                <p>{text::PACKAGE_HOW.get(lang)}</p>
                <p class="actions"><a class="button button-secondary" href=address download>{text::FETCH.get(lang)}</a></p>
            </section>
        }
        .into_any()
    })
}

/// What was written for an act that can be done no more.
fn show_kept(page: &ComplaintPage<'_>, lang: Lang) -> Option<AnyView> {
    let has_form = match page.form.act.as_str() {
        "DECIDE" => page.status.allows(ComplaintFact::Upheld),
        "ASK" => page.status.allows(ComplaintFact::Asked),
        _ => false,
    };
    let typed = page.form.words.clone();
    (!typed.is_empty() && !has_form).then(|| {
        view! { <TextArea name="KEPT" label=text::KEPT.get(lang) typed=typed lang=lang rows=8/> }.into_any()
    })
}

/// What was typed for an act that could not be done.
fn typed(page: &ComplaintPage<'_>, act: &str) -> String {
    if page.form.act == act { page.form.words.clone() } else { String::new() }
}

fn show_words(
    action: &str,
    page: &ComplaintPage<'_>,
    (act, label, button): (&'static str, Phrase, Phrase),
    typed: String,
    notices: &Notices,
    lang: Lang,
) -> AnyView {
    let id = format!("WORDS-{act}");
    let error = notices.at(&id);
    view! {
        <form method="post" action=action.to_owned()>
            <Hidden fields=fields(page)/>
            <TextArea name="WORDS" id=id label=label.get(lang) typed=typed lang=lang error=error rows=8/>
            <button class="button button-primary" type="submit" name="DO" value=act>{button.get(lang)}</button>
        </form>
    }
    .into_any()
}

fn show_decide(action: &str, notices: &Notices, page: &ComplaintPage<'_>, lang: Lang) -> AnyView {
    let verdicts = [ComplaintFact::Upheld, ComplaintFact::PartlyUpheld, ComplaintFact::Maintained];
    let choices = verdicts.map(|fact| {
        Choice::new(fact.code(), text::verdict(fact).get(lang), page.form.verdict == fact.code())
    });
    let legend = Legend::Label(text::VERDICT.get(lang).to_owned());
    let first = choice_id("VERDICT", ComplaintFact::Upheld.code());
    let (verdict_error, words_error) = (notices.at(&first), notices.at("WORDS-DECIDE"));
    let typed = typed(page, "DECIDE");
    view! {
        <form class="panel" method="post" action=action.to_owned()>
            <h2>{text::DECIDE.get(lang)}</h2>
            <Hidden fields=fields(page)/>
            <Fieldset name="VERDICT" legend=legend lang=lang error=verdict_error><Radios name="VERDICT" choices=choices.to_vec()/></Fieldset>
            <TextArea name="WORDS" id="WORDS-DECIDE" label=text::LETTER.get(lang) typed=typed lang=lang hint=text::DECIDE_HINT.get(lang) error=words_error rows=12/>
            <button class="button button-primary" type="submit" name="DO" value="DECIDE">{text::SEND.get(lang)}</button>
        </form>
    }
    .into_any()
}

fn show_hand_on(action: &str, notices: &Notices, page: &ComplaintPage<'_>, lang: Lang) -> AnyView {
    let readers = page
        .readers
        .iter()
        .map(|role| Choice::new(role.code(), desk_text::role(*role).get(lang), false))
        .collect();
    let error = notices.at("READER");
    let mut carried = fields(page);
    carried.push(("DO", "HAND_ON".to_owned()));
    view! {
        <details class="panel" open=page.form.act == "HAND_ON">
            <summary><h2>{text::HAND_ON.get(lang)}</h2></summary>
            <form method="post" action=action.to_owned()>
                <Hidden fields=carried/>
                <p class="hint">{text::HAND_ON_HINT.get(lang)}</p>
                <Select name="READER" label=text::TO_WHOM.get(lang) none=text::CHOOSE_ONE.get(lang) choices=readers lang=lang error=error/>
                {show_submit(text::HAND_ON, lang)}
            </form>
        </details>
    }
    .into_any()
}

/// Whom it is about: they are shut out from then on.
fn show_shut_out(meta: &PageMeta, page: &ComplaintPage<'_>) -> Option<AnyView> {
    let lang = meta.lang;
    let action = meta.to(&format!("/desk/klager/{}", page.id));
    let choices: Vec<Choice> = page
        .colleagues
        .iter()
        .map(|(id, name, is_marked)| Choice::new(id.clone(), name.clone(), *is_marked))
        .collect();
    let legend = Legend::Label(text::SHUT_OUT.get(lang).to_owned());
    let hint = Some(text::SHUT_OUT_HINT.get(lang).to_owned());
    let mut carried = fields(page);
    carried.push(("DO", "SHUT_OUT".to_owned()));
    carried.push(("MARKED", page.marked.clone()));
    (!choices.is_empty()).then(|| {
        view! {
            <form class="panel" method="post" action=action>
                <Hidden fields=carried/>
                <Fieldset name="PERSON" legend=legend lang=lang hint=hint><Checkboxes name="PERSON" choices=choices/></Fieldset>
                {show_submit(text::SAVE, lang)}
            </form>
        }
        .into_any()
    })
}
