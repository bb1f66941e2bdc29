//! The whole document around a page.

use crate::{
    tasks::booking::text as booking,
    ui::{acts::Acts, acts_text, fields::Hidden, text as common, validity},
};
use domain::{CentreTime, Lang, Standard, Validity};
use leptos::prelude::*;
use std::sync::Arc;

/// Addresses of the site's files, with their content hashes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SiteFiles {
    pub style: String,
    /// That of the desk, beside it.
    pub desk_style: String,
    /// That of plans, in place of the portal's.
    pub plan_style: String,
    pub icon: String,
    pub font_regular: String,
    pub font_semibold: String,
    /// The script that sends forms in place.
    pub steps: String,
    /// The script of the desk.
    pub desk_script: String,
    /// The script of plans.
    pub plan_script: String,
    pub find_help: Bundle,
    pub deadline: Bundle,
    pub plan: Bundle,
}

/// What the phone loads for an island: the script that wakes it, and the WebAssembly.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bundle {
    pub script: String,
    pub wasm: String,
}

/// An island of the portal. Each has a bundle of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Island {
    FindHelp,
    Deadline,
    Plan,
}

/// A script of a page without an island.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PageScript {
    /// Sends forms in place, and follows a conversation.
    Steps,
    /// Keeps a page of the desk up to date, and follows a conversation there.
    Desk,
    /// Says a word before a citizen's session ends.
    Plan,
}

impl SiteFiles {
    const fn bundle(&self, island: Island) -> &Bundle {
        match island {
            Island::FindHelp => &self.find_help,
            Island::Deadline => &self.deadline,
            Island::Plan => &self.plan,
        }
    }
}

/// How one comes to the same page in the other language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LanguageSwitch {
    Link,
    /// By a form with these fields: for a page that a form has led to.
    Form(Vec<(String, String)>),
}

/// What the document needs to know of the page in it.
#[derive(Clone)]
pub struct PageMeta {
    pub lang: Lang,
    /// The page's path without the language, such as `/skanderborg/tilbud`.
    pub path: String,
    pub title: String,
    pub standard: Option<Arc<Standard>>,
    /// How the standard stands today.
    pub validity: Option<Validity>,
    pub files: Arc<SiteFiles>,
    pub switch: LanguageSwitch,
    /// The mark of the form that has led to the page, where the switch to the other language does not carry it.
    pub mark: Option<String>,
    /// The moment, and the days on which the centre of the page is closed.
    pub at: CentreTime,
    /// What one can do now in the municipality of the page.
    pub acts: Acts,
    /// The island that stands in the page; only then does it load a script.
    pub island: Option<Island>,
    /// What the page loads where there is script and no island; without it forms go by POST.
    pub script: Option<PageScript>,
    /// Whether this is a demonstration.
    pub demo: bool,
    /// Where the municipality is only previewed: how many facts nobody has looked up yet.
    pub to_look_up: Option<usize>,
    /// Whether it is a page of the desk.
    pub desk: bool,
    /// Whether it is a page of a plan, for its citizen.
    pub plan: bool,
}

impl PageMeta {
    /// `path` in the page's language.
    #[must_use]
    pub fn to(&self, path: &str) -> String {
        in_language(path, self.lang)
    }

    /// A path below the municipality's own, such as `tilbud`.
    #[must_use]
    pub fn in_municipality(&self, below: &str) -> String {
        let code = self.standard.as_ref().map_or("", |standard| standard.code.as_str());
        self.to(&format!("/{code}{}{below}", if below.is_empty() { "" } else { "/" }))
    }
}

fn in_language(path: &str, lang: Lang) -> String {
    match (lang, path) {
        (Lang::Da, _) => path.to_owned(),
        (Lang::En, "/") => "/en".to_owned(),
        (Lang::En, _) => format!("/en{path}"),
    }
}

/// Readies a page for the island that stands in it, before the island is made: else it would be rendered without the marks
/// it wakes by. The document does so itself; who makes the island before the document calls it first.
pub fn prepare_island(meta: &PageMeta) {
    if meta.island.is_some()
        && let Some(shared) = Owner::current_shared_context()
    {
        shared.set_is_hydrating(true);
    }
}

/// The document with `children` as its main part.
#[component]
pub fn Document(meta: PageMeta, children: Children) -> impl IntoView {
    prepare_island(&meta);
    let lang = meta.lang;
    let head = show_head(&meta);
    let main = children();
    view! {
        <!DOCTYPE html>
        <html lang=lang.tag()>
            {head}
            <body>
                <Header meta=meta.clone()/>
                <main class="page" id="main-content" tabindex="-1">{main}</main>
                <Footer meta=meta/>
            </body>
        </html>
    }
}

/// What a browser is told before the page: its title, and the files it loads.
pub(crate) fn show_head(meta: &PageMeta) -> impl IntoView + use<> {
    let files = Arc::clone(&meta.files);
    let style = if meta.plan { files.plan_style.clone() } else { files.style.clone() };
    let script = match meta.island {
        Some(island) => {
            let Bundle { script, wasm } = files.bundle(island).clone();
            Some(view! { <script type="module" src=script data-wasm=wasm></script> }.into_any())
        }
        None => meta.script.map(|script| {
            let file = match script {
                PageScript::Steps => files.steps.clone(),
                PageScript::Desk => files.desk_script.clone(),
                PageScript::Plan => files.plan_script.clone(),
            };
            view! { <script type="module" src=file></script> }.into_any()
        }),
    };
    view! {
        <head>
            <meta charset="utf-8"/>
            <title>{meta.title.clone()}</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <meta name="theme-color" content="#0b3a47"/>
            <link rel="preload" href=files.font_regular.clone() r#as="font" r#type="font/woff2" crossorigin="anonymous"/>
            <link rel="preload" href=files.font_semibold.clone() r#as="font" r#type="font/woff2" crossorigin="anonymous"/>
            <link rel="stylesheet" href=style/>
            {meta.desk.then(|| view! { <link rel="stylesheet" href=files.desk_style.clone()/> })}
            <link rel="icon" href=files.icon.clone()/>
            {script}
        </head>
    }
}

/// That the standard's time is over or near its end, or not stated; with the rule that says so. It stands under what
/// the standard says, and in no task: who is frightened reads it as a doubt of everything.
pub fn validity_line(meta: &PageMeta) -> Option<impl IntoView + use<>> {
    let validity = meta.validity?;
    let notice = validity::notice(validity, meta.lang)?;
    let why = validity::key(validity).map(|key| {
        let rules = meta.in_municipality("regler");
        let page = if meta.to(&meta.path) == rules { String::new() } else { rules };
        let href = format!("{page}#identity-{key}");
        view! { " "<a href=href>{validity::WHY.get(meta.lang)}</a> }
    });
    Some(view! { <p class="hint">{notice}{why}</p> })
}

/// The way out. From a page that a form has led to it is a form too, with the mark of that: the server then gives none of
/// what its forms have shown again, whatever the browser sends.
fn exit(meta: &PageMeta) -> AnyView {
    let (why, leave) = (common::LEAVE_WHY.get(meta.lang), common::LEAVE.get(meta.lang));
    let is_mark = |name: &str| name == "MARK" || name == "CODE_MARK";
    let marks: Vec<(&'static str, String)> = match &meta.switch {
        LanguageSwitch::Form(fields) => {
            let marks = fields.iter().filter(|(name, mark)| is_mark(name) && !mark.is_empty());
            marks.map(|(_, mark)| ("MARK", mark.clone())).collect()
        }
        LanguageSwitch::Link => meta.mark.iter().map(|mark| ("MARK", mark.clone())).collect(),
    };
    if marks.is_empty() {
        return view! { <a class="exit" href="/ud" rel="nofollow noreferrer" aria-label=why>{leave}</a> }
            .into_any();
    }
    view! {
        <form class="leave" method="post" action="/ud" data-file="">
            <Hidden fields=marks/>
            <button class="exit" type="submit" aria-label=why>{leave}</button>
        </form>
    }
    .into_any()
}

#[component]
fn Header(meta: PageMeta) -> impl IntoView {
    let lang = meta.lang;
    view! {
        <header class="header">
            <div class="portal-info">
                <div class="container">
                    {exit(&meta)}
                    <a class="skipnav" href="#main-content">{common::SKIP_TO_CONTENT.get(lang)}</a>
                    <a class="logo" href=meta.to("/")>
                        <svg viewBox="0 0 34 20" width="34" height="20" aria-hidden="true">
                            <ellipse cx="6" cy="16" rx="6" ry="4" fill="#9cc3cb"></ellipse>
                            <ellipse cx="17" cy="11" rx="6" ry="4" fill="#cfe3e7"></ellipse>
                            <ellipse cx="28" cy="4" rx="6" ry="4" fill="#fff"></ellipse>
                        </svg>
                        {common::SITE}
                    </a>
                </div>
            </div>
            <div class="solution-info">
                <div class="container">
                    {meta.standard.clone().map(|standard| view! {
                        <a class="authority" href=meta.in_municipality("")>{standard.name.get(lang).to_owned()}</a>
                    })}
                    <Switch meta=meta.clone()/>
                </div>
            </div>
            {meta.to_look_up.map(|number| view! { <p class="demo"><span class="container">{common::preview(number, lang)}</span></p> })}
            {meta.demo.then(|| view! { <p class="demo"><span class="container">{common::DEMO.get(lang)}</span></p> })}
        </header>
    }
}

/// How one comes to the page in the other language.
#[component]
pub(crate) fn Switch(meta: PageMeta) -> impl IntoView {
    let other = meta.lang.other();
    let to = in_language(&meta.path, other);
    let label = common::OTHER_LANGUAGE.get(meta.lang);
    match meta.switch {
        LanguageSwitch::Link => {
            view! { <a class="switch" href=to lang=other.tag() hreflang=other.tag()>{label}</a> }.into_any()
        }
        LanguageSwitch::Form(fields) => view! {
            <form method="post" action=to>
                <Hidden fields=fields/>
                <button type="submit" class="switch link" lang=other.tag()>{label}</button>
            </form>
        }
        .into_any(),
    }
}

#[component]
fn Footer(meta: PageMeta) -> impl IntoView {
    let lang = meta.lang;
    let municipality = meta.standard.clone().map(|standard| {
        let unit = standard.main_unit().clone();
        view! {
            <p class="authority">
                <strong>{unit.name.get(lang).to_owned()}</strong>", "{standard.name.get(lang).to_owned()}
            </p>
            <ul class="inline-list">
                {meta.acts.appointment.is_some().then(|| view! { <li><a href=meta.in_municipality("samtale")>{acts_text::BOOK.get(lang)}</a></li> })}
                {meta.acts.callback.then(|| view! { <li><a href=meta.in_municipality("ring-mig-op")>{acts_text::CALLBACK.get(lang)}</a></li> })}
                <li><a href=meta.in_municipality("find")>{common::FIND_HELP.get(lang)}</a></li>
                <li><a href=meta.in_municipality("tilbud")>{common::ALL_OFFERS.get(lang)}</a></li>
                <li><a href=meta.in_municipality("kontakt")>{common::CONTACT.get(lang)}</a></li>
                <li><a href=meta.in_municipality("frist")>{common::DEADLINE.get(lang)}</a></li>
                <li><a href=meta.in_municipality("regler")>{common::RULES.get(lang)}</a></li>
                <li><a href=meta.in_municipality("soeg")>{common::SEARCH.get(lang)}</a></li>
                <li><a href=meta.to("/")>{common::CHOOSE_OTHER.get(lang)}</a></li>
            </ul>
        }
    });
    view! {
        <footer class="footer">
            <div class="container">
                <p class="danger">{common::DANGER.get(lang)}" "<a href="tel:112">"112"</a>"."</p>
                <nav aria-label=common::SHORTCUTS.get(lang)>
                {municipality}
                <ul class="inline-list">
                    <li><a href=meta.to("/ordbog")>{common::GLOSSARY.get(lang)}</a></li>
                    <li><a href=meta.to("/sammenlign")>{common::COMPARE.get(lang)}</a></li>
                    <li><a href=meta.to("/kode")>{booking::USE_CODE.get(lang)}</a></li>
                    <li><a href=meta.to("/min-plan")>{common::MY_PLAN.get(lang)}</a></li>
                    <li><a href=meta.to("/privatliv")>{common::PRIVACY.get(lang)}</a></li>
                    <li><a href=meta.to("/was")>{common::ACCESSIBILITY.get(lang)}</a></li>
                </ul>
                </nav>
            </div>
        </footer>
    }
}
