//! A municipality's quality standard, whole.

mod check;

use self::check::{check_code, check_rules};
use crate::{
    AgeRange, Coverage, Criteria, Fact, Finding, Lang, Lix, Offer, OwnRules, Rules, Source, SourceDocument,
    Substance, Tally, Text, Unit,
    decide::{contradiction, derive_entitlements},
    fact::AnyFact,
    lix,
    read::Table,
    read_rules,
};
use std::collections::BTreeSet;

/// One municipality's standard: who it is, its units, its rules and its offers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standard {
    /// The municipality's place in addresses, such as `skanderborg`.
    pub code: String,
    /// Its name, such as `Skanderborg Kommune`.
    pub name: Text,
    /// What help it gives, in a sentence or two for its front page.
    pub welcome: Text,
    pub documents: Vec<SourceDocument>,
    pub findings: Vec<Finding>,
    pub units: Vec<Unit>,
    /// The rules that hold for both substances.
    pub rules: Rules,
    /// The whole rules of each, where the file tells any of them apart.
    pub(crate) own_rules: Option<Box<OwnRules>>,
    pub offers: Vec<Offer>,
}

/// A text that citizens read, and where it stands.
pub struct CitizenText<'a> {
    pub place: String,
    pub lang: Lang,
    pub text: &'a str,
}

impl CitizenText<'_> {
    #[must_use]
    pub fn lix(&self) -> Lix {
        lix(self.text)
    }
}

impl Standard {
    #[must_use]
    pub fn offer(&self, slug: &str) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.slug == slug)
    }

    #[must_use]
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == id)
    }

    /// The unit that stands first in the file: the one a newcomer should contact.
    ///
    /// # Panics
    /// Never for a standard that was read: reading refuses a file without units.
    #[must_use]
    pub fn main_unit(&self) -> &Unit {
        self.units.first().expect("a standard that was read has a unit")
    }

    /// The unit that a newcomer should contact about a substance.
    #[must_use]
    pub fn main_unit_for(&self, substance: impl Into<Option<Substance>>) -> &Unit {
        let substance = substance.into();
        let helps = |unit: &&Unit| {
            unit.substances.is_empty() || substance.is_none_or(|one| unit.substances.contains(&one))
        };
        self.units.iter().find(helps).unwrap_or_else(|| self.main_unit())
    }

    fn facts(&self) -> Vec<(String, &dyn AnyFact)> {
        let units = self.units.iter().flat_map(|unit| {
            unit.facts().into_iter().map(move |(key, fact)| (format!("unit {}.{key}", unit.id), fact))
        });
        let offers = self.offers.iter().flat_map(|offer| {
            offer.facts().into_iter().map(move |(key, fact)| (format!("offer {}.{key}", offer.slug), fact))
        });
        self.rule_facts().into_iter().chain(units).chain(offers).collect()
    }

    /// How many facts are stated, silent and contradictory.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for (_, fact) in self.facts() {
            fact.count(&mut tally);
        }
        tally
    }

    /// The numbers of the findings whose readings are followed.
    #[must_use]
    pub fn findings_used(&self) -> BTreeSet<u8> {
        self.facts().into_iter().filter_map(|(_, fact)| fact.finding()).collect()
    }

    /// Every running text that citizens read, in both languages. Names and titles are no sentences
    /// and are left out.
    #[must_use]
    pub fn citizen_texts(&self) -> Vec<CitizenText<'_>> {
        let offers =
            self.offers.iter().map(|offer| (format!("offer {}.summary", offer.slug), &offer.summary));
        let units = self.units.iter().map(|unit| (format!("unit {}.about", unit.id), &unit.about));
        let facts = self
            .facts()
            .into_iter()
            .filter(|(place, _)| !place.starts_with("unit "))
            .flat_map(|(place, fact)| fact.texts().into_iter().map(move |text| (place.clone(), text)));
        std::iter::once(("welcome".to_owned(), &self.welcome))
            .chain(units)
            .chain(offers)
            .chain(facts)
            .flat_map(|(place, text)| {
                [Lang::Da, Lang::En].map(|lang| CitizenText {
                    place: place.clone(),
                    lang,
                    text: text.get(lang),
                })
            })
            .collect()
    }

    pub(crate) fn read(root: &Table<'_>) -> Option<Self> {
        let (code, name, welcome) = (root.value("code"), root.value("name"), root.value("welcome"));
        let documents = read_documents(root);
        let findings =
            root.optional_tables("finding").and_then(|tables| all(tables.into_iter().map(read_finding)));
        let units = root.tables("unit").and_then(|tables| all(tables.into_iter().map(read_unit)));
        let rules = read_rules(root);
        let ids: Option<BTreeSet<String>> =
            units.as_ref().map(|units| units.iter().map(|unit: &Unit| unit.id.clone()).collect());
        let mut slugs = BTreeSet::new();
        let offers = root.tables("offer").and_then(|tables| {
            all(tables.into_iter().map(|table| read_offer(table, ids.as_ref(), &mut slugs)))
        });
        check_code(root, code.as_ref());
        root.report_unknown();
        let (rules, own_rules) = rules?;
        let mut standard = Self {
            code: code?,
            name: name?,
            welcome: welcome?,
            documents: documents?,
            findings: findings?,
            units: units?,
            rules,
            own_rules,
            offers: Vec::new(),
        };
        check_rules(root, &standard);
        standard.offers = derive_offers(&standard, offers?);
        Some(standard)
    }
}

/// The offers with what the decisions give for them; one that says otherwise is reported where it stands.
fn derive_offers(standard: &Standard, offers: Vec<(Offer, Table<'_>)>) -> Vec<Offer> {
    let decide = |(offer, table): (Offer, Table<'_>)| {
        let offer = Offer { entitlements: derive_entitlements(standard, &offer), ..offer };
        if let Some((key, reason)) = contradiction(&offer) {
            table.report_contradiction(key, format!("{}: {reason}", offer.slug));
        }
        offer
    };
    offers.into_iter().map(decide).collect()
}

/// Reads every item before the first failure counts, so that all are reported.
fn all<T>(items: impl Iterator<Item = Option<T>>) -> Option<Vec<T>> {
    let read: Vec<Option<T>> = items.collect();
    read.into_iter().collect()
}

fn is_slug(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The documents, whose ids every source needs from here on.
fn read_documents(root: &Table<'_>) -> Option<Vec<SourceDocument>> {
    let documents: Vec<SourceDocument> =
        root.tables("document").and_then(|tables| all(tables.into_iter().map(read_document)))?;
    root.set_documents(documents.iter().map(|document| document.id.clone()).collect());
    Some(documents)
}

fn read_document(table: Table<'_>) -> Option<SourceDocument> {
    let (id, title) = (table.value("id"), table.value("title"));
    let (address, date) = (table.optional::<String>("address"), table.optional("date"));
    let (substances, approved_by) = (table.value("substances"), table.optional("approved_by"));
    if let Some(Some(address)) = &address
        && !address.starts_with("https://")
    {
        table.report("address", "must begin with https://");
    }
    table.finish();
    Some(SourceDocument {
        id: id?,
        title: title?,
        address: address?,
        date: date?,
        substances: substances?,
        approved_by: approved_by?,
    })
}

fn read_finding(table: Table<'_>) -> Option<Finding> {
    let (number, what) = (table.value("number"), table.value("what"));
    table.finish();
    Some(Finding { number: number?, what: what? })
}

fn read_unit(table: Table<'_>) -> Option<Unit> {
    let (id, name, about) = (table.value("id"), table.value("name"), table.value("about"));
    let (body, elsewhere) = (table.optional("body"), table.optional("elsewhere"));
    let substances = table.list("substances");
    let (address, accessibility) = (table.fact("address"), table.fact("accessibility"));
    let phones = table.fact("phones");
    let (phone_hours, opening_hours) = (table.fact("phone_hours"), table.fact("opening_hours"));
    let drop_in_hours = table.fact("drop_in_hours");
    let (email, website) = (table.fact::<String>("email"), table.fact::<String>("website"));
    if stated(email.as_ref()).is_some_and(|email| !is_email(email)) {
        table.report("email", "is no e-mail address");
    }
    check_website(&table, website.as_ref());
    table.finish();
    Some(Unit {
        id: id?,
        body: body?,
        elsewhere: elsewhere?,
        substances: substances?,
        name: name?,
        about: about?,
        address: address?,
        accessibility: accessibility?,
        phones: phones?,
        phone_hours: phone_hours?,
        opening_hours: opening_hours?,
        drop_in_hours: drop_in_hours?,
        email: email?,
        website: website?,
    })
}

/// A fact that may differ between the offer's substances: written once, or once for each.
fn by_substance<T: crate::read::FactValue>(
    table: &Table<'_>,
    substances: Option<&Vec<Substance>>,
    keys: [&'static str; 3],
) -> Option<(Fact<T>, Fact<T>)>
where
    Fact<T>: Clone,
{
    let [both, alcohol, drugs] = keys;
    if table.has(both) {
        let fact: Fact<T> = table.fact(both)?;
        return Some((fact.clone(), fact));
    }
    let for_substance = |key, substance| {
        if substances.is_some_and(|list| list.contains(&substance)) {
            table.fact(key)
        } else {
            Some(Fact::Silent)
        }
    };
    let alcohol = for_substance(alcohol, Substance::Alcohol);
    let drugs = for_substance(drugs, Substance::Drugs);
    Some((alcohol?, drugs?))
}

fn read_offer<'a>(
    mut table: Table<'a>,
    units: Option<&BTreeSet<String>>,
    slugs: &mut BTreeSet<String>,
) -> Option<(Offer, Table<'a>)> {
    let source: Option<Source> = table.own_source();
    let slug: Option<String> = table.value("slug");
    check_slug(&table, slug.as_ref(), slugs);
    let giving: Option<Vec<String>> = table.one_or_more("unit");
    for unit in giving.iter().flatten().filter(|unit| units.is_some_and(|units| !units.contains(*unit))) {
        table.report("unit", format!("there is no [[unit]] with the id “{unit}”"));
    }
    let kind = table.value("kind");
    let (title, summary) = (table.value("title"), table.value("summary"));
    let criteria = read_criteria(&table);
    let substances = criteria.as_ref().map(|criteria| &criteria.substances);
    let anonymity = by_substance(&table, substances, ["anonymity", "anonymity_alcohol", "anonymity_drugs"]);
    let guarantee =
        by_substance::<Coverage>(&table, substances, ["guarantee", "guarantee_alcohol", "guarantee_drugs"]);
    let (for_whom, what_happens) = (table.fact("for_whom"), table.fact("what_happens"));
    let (how_often, how_long) = (table.fact("how_often"), table.fact("how_long"));
    let (place, price) = (table.fact("place"), table.fact("price"));
    let how_to_get = table.fact("how_to_get");
    let legal_basis = table.fact("legal_basis");
    let ends_on = table.optional_fact("ends_on");
    let request = table.optional("relatives_request");
    let relative_ages = table.optional_fact::<AgeRange>("relative_ages");
    let website = table.optional_fact::<String>("website");
    if let Some(Some(site)) = &website {
        check_website(&table, Some(site));
    }
    let (talks, pre_talks) = (table.optional_fact("talks"), table.optional_fact("pre_talks"));
    let weekly_hours_alcohol = table.optional_fact("weekly_hours_alcohol");
    let weekly_hours_drugs = table.optional_fact("weekly_hours_drugs");
    table.report_unknown();
    let (anonymity_alcohol, anonymity_drugs) = anonymity?;
    let (guarantee_alcohol, guarantee_drugs) = guarantee?;
    let criteria =
        Criteria { anonymity: Offer::anonymity(&anonymity_alcohol, &anonymity_drugs), ..criteria? };
    let relative_ages = relative_ages?;
    let criteria = Criteria { relative_ages: value_of(relative_ages.as_ref()), ..criteria };
    let offer = Offer {
        slug: slug?,
        kind: kind?,
        source: source?,
        title: title?,
        summary: summary?,
        units: giving?,
        criteria,
        for_whom: for_whom?,
        what_happens: what_happens?,
        how_often: how_often?,
        how_long: how_long?,
        place: place?,
        price: price?,
        how_to_get: how_to_get?,
        guarantee_alcohol,
        guarantee_drugs,
        anonymity_alcohol,
        anonymity_drugs,
        legal_basis: legal_basis?,
        ends_on: ends_on?,
        request: request?,
        relative_ages,
        website: website?,
        talks: talks?,
        pre_talks: pre_talks?,
        weekly_hours_alcohol: weekly_hours_alcohol?,
        weekly_hours_drugs: weekly_hours_drugs?,
        entitlements: Vec::new(),
    };
    Some((offer, table))
}

fn stated(fact: Option<&Fact<String>>) -> Option<&String> {
    fact.and_then(Fact::value)
}

fn check_website(table: &Table<'_>, website: Option<&Fact<String>>) {
    let is_web = |site: &String| ["https://", "http://"].iter().any(|start| site.starts_with(start));
    if stated(website).is_some_and(|site| !is_web(site)) {
        table.report("website", "must begin with https://");
    }
}

/// A name, one `@`, and a place with a dot in it; whether it is somebody's is not to be seen.
fn is_email(text: &str) -> bool {
    let is_plain =
        |part: &str| !part.is_empty() && !part.contains(|sign: char| sign.is_whitespace() || sign == '@');
    text.split_once('@').is_some_and(|(name, place)| {
        is_plain(name)
            && is_plain(place)
            && place.contains('.')
            && !place.starts_with('.')
            && !place.ends_with('.')
    })
}

fn value_of<T: Copy>(fact: Option<&Fact<T>>) -> Option<T> {
    fact.and_then(Fact::value).copied()
}

fn check_slug(table: &Table<'_>, slug: Option<&String>, slugs: &mut BTreeSet<String>) {
    let Some(slug) = slug else { return };
    if !is_slug(slug) {
        table.report("slug", "may hold only a-z, 0-9 and -");
    }
    if !slugs.insert(slug.clone()) {
        table.report("slug", format!("another offer has the slug “{slug}” already"));
    }
}

fn read_criteria(table: &Table<'_>) -> Option<Criteria> {
    let (audience, substances) = (table.value::<Vec<_>>("audience"), table.value::<Vec<_>>("substances"));
    for (key, empty) in [
        ("audience", audience.as_ref().is_some_and(Vec::is_empty)),
        ("substances", substances.as_ref().is_some_and(Vec::is_empty)),
    ] {
        if empty {
            table.report(key, "must name at least one");
        }
    }
    let (ages, user_ages) = (table.optional("ages"), table.optional("user_ages"));
    let relations = table.list("relations");
    let (requires, excludes) = (table.list("requires"), table.list("excludes"));
    let suits = table.list("suits");
    let (access, forms) = (table.value("access"), table.value("forms"));
    let side = table.optional("side");
    Some(Criteria {
        audience: audience?,
        substances: substances?,
        ages: ages?,
        relative_ages: None,
        user_ages: user_ages?,
        relations: relations?,
        requires: requires?,
        excludes: excludes?,
        suits: suits?,
        anonymity: crate::Anonymity { alcohol: None, drugs: None },
        access: access?,
        side: side?.unwrap_or(false),
        forms: forms?,
    })
}
