//! Why an offer fits, fits if something holds, or does not.

use crate::{
    phrase::{Phrase, phrase, promise},
    tasks::find_help::text::listed,
    ui::text as common,
};
use domain::{AnonymityRule, Circumstance, Condition, Criteria, Lang, Relation, Substance};

/// Why an offer fits; `None` for what goes without saying.
#[must_use]
pub fn reason(condition: Condition, offer: &Criteria, lang: Lang) -> Option<String> {
    let text = match condition {
        Condition::Age(ages) | Condition::RelativeAge(ages) => match lang {
            Lang::Da => format!("din alder passer ({})", common::ages(ages, lang)),
            Lang::En => format!("your age fits ({})", common::ages(ages, lang)),
        },
        Condition::UserAge(ages) => match lang {
            Lang::Da => format!("alderen passer ({})", common::ages(ages, lang)),
            Lang::En => format!("the age fits ({})", common::ages(ages, lang)),
        },
        Condition::Has(one) | Condition::Suits(one) => it_is_so(one).get(lang).to_owned(),
        Condition::Anonymous(Some(AnonymityRule::UntilPrescriptionMedicine)) => promise(
            "du kan være anonym, så længe du ikke får medicin på recept",
            "you can be anonymous as long as you get no medicine on prescription",
        )
        .get(lang)
        .to_owned(),
        Condition::Anonymous(Some(_)) => {
            promise("du kan være anonym (læs, hvad der gælder)", "you can be anonymous (read what applies)")
                .get(lang)
                .to_owned()
        }
        Condition::Substance => match offer.substances.as_slice() {
            [one] => about(*one).get(lang).to_owned(),
            _ => return None,
        },
        Condition::Relation => meant_for(offer, lang),
        // What somebody has not is no reason to come.
        Condition::HasNot(_) | Condition::StillOffered | Condition::Audience | Condition::Anonymous(None) => {
            return None;
        }
    };
    Some(text)
}

/// That an offer is for those who stand to the other as it asks.
fn meant_for(offer: &Criteria, lang: Lang) -> String {
    let name = |&relation: &Relation| relatives(relation).get(lang).to_owned();
    let names: Vec<String> = offer.relations.iter().map(name).collect();
    let names = common::listed(&names, lang);
    match lang {
        Lang::Da => format!("tilbuddet er for {names}"),
        Lang::En => format!("the offer is for {names}"),
    }
}

/// Those who stand so to the other.
fn relatives(relation: Relation) -> Phrase {
    match relation {
        Relation::Parent => phrase("forældre", "parents"),
        Relation::Partner => phrase("partnere", "partners"),
        Relation::Child => phrase("sønner og døtre", "sons and daughters"),
        Relation::Family => phrase("nær familie", "close family"),
        Relation::Friend => phrase("venner", "friends"),
    }
}

/// What the reader is to the other, after "you are".
fn related(relation: Relation) -> Phrase {
    match relation {
        Relation::Parent => phrase("forælder eller i forældres sted", "a parent, or in a parent's place"),
        Relation::Partner => phrase("partner eller tidligere partner", "a partner or former partner"),
        Relation::Child => phrase("søn eller datter", "a son or daughter"),
        Relation::Family => phrase("søskende eller anden nær familie", "a sibling or other close family"),
        Relation::Friend => phrase("ven eller på anden måde tæt på", "a friend or close in another way"),
    }
}

fn about(substance: Substance) -> Phrase {
    match substance {
        Substance::Alcohol => phrase("det handler om alkohol", "it is about alcohol"),
        Substance::Drugs => phrase("det handler om stoffer", "it is about drugs"),
    }
}

/// What somebody has told, as a reason.
fn it_is_so(circumstance: Circumstance) -> Phrase {
    match circumstance {
        Circumstance::PrefersOnline => phrase("du vil helst mødes online", "you would rather meet online"),
        other => common::circumstance(other),
    }
}

fn has_not(circumstance: Circumstance) -> Phrase {
    match circumstance {
        Circumstance::ChildrenUnder18 => {
            phrase("der ikke er børn under 18 år i dit liv", "there are no children under 18 in your life")
        }
        Circumstance::OtherSocialProblems => {
            phrase("du ikke har andre sociale problemer", "you have no other social problems")
        }
        Circumstance::UserInTreatment => phrase(
            "den, du er bekymret for, ikke er i behandling",
            "the person you are worried about is not in treatment",
        ),
        Circumstance::NeedsMedicine => phrase("du ikke har brug for medicin", "you do not need medicine"),
        Circumstance::PsychologicalProblems => {
            phrase("du ikke har det psykisk svært", "you are not struggling mentally")
        }
        Circumstance::WishesAnonymity => phrase("du ikke vil være anonym", "you do not wish to be anonymous"),
        Circumstance::WorkOrEducation => {
            phrase("du ikke er i arbejde eller uddannelse", "you are not in work or education")
        }
        Circumstance::Housing => phrase("du ikke har et sted at bo", "you have no place to live"),
        Circumstance::VerySevere => phrase("samtaler er nok for dig", "talking is enough for you"),
        Circumstance::Pregnant => phrase("du ikke er gravid", "you are not pregnant"),
        Circumstance::PrefersOnline => {
            phrase("du gerne vil mødes ansigt til ansigt", "you would like to meet in person")
        }
    }
}

/// What must hold for an offer to fit, after "if"; `None` for being anonymous, of which
/// [`ANONYMITY_UNCLEAR`] speaks.
#[must_use]
pub fn open_condition(condition: Condition, offer: &Criteria, lang: Lang) -> Option<String> {
    let text = match condition {
        Condition::Age(ages) | Condition::RelativeAge(ages) => match lang {
            Lang::Da => format!("du er {}", common::aged(ages, lang)),
            Lang::En => format!("you are {}", common::aged(ages, lang)),
        },
        Condition::UserAge(ages) => match lang {
            Lang::Da => format!("den anden er {}", common::aged(ages, lang)),
            Lang::En => format!("the other person is {}", common::aged(ages, lang)),
        },
        Condition::Substance => {
            let names = offer.substances.iter().map(|&one| common::substance(one));
            match lang {
                Lang::Da => format!("det handler om {}", listed(names, " eller ", lang)),
                Lang::En => format!("it is about {}", listed(names, " or ", lang)),
            }
        }
        Condition::Relation => {
            let names = offer.relations.iter().map(|&one| related(one));
            match lang {
                Lang::Da => format!("du er {}", listed(names, " eller ", lang)),
                Lang::En => format!("you are {}", listed(names, " or ", lang)),
            }
        }
        Condition::Audience => {
            phrase("tilbuddet er til dig", "the offer is meant for you").get(lang).to_owned()
        }
        Condition::Anonymous(_) => return None,
        Condition::HasNot(one) => has_not(one).get(lang).to_owned(),
        Condition::Has(one) | Condition::Suits(one) => common::circumstance(one).get(lang).to_owned(),
        Condition::StillOffered => phrase("tilbuddet stadig findes", "it still exists").get(lang).to_owned(),
    };
    Some(text)
}

/// Where the rules do not tell whether one can be anonymous.
pub const ANONYMITY_UNCLEAR: Phrase = phrase(
    "Det er uklart, om du kan være anonym her. Spørg, før du siger dit navn.",
    "It is not clear whether you can be anonymous here. Ask before you give your name.",
);

/// Why an offer does not fit.
#[must_use]
pub fn unmet(condition: Condition, offer: &Criteria, lang: Lang) -> String {
    match condition {
        Condition::StillOffered => phrase(
            "Perioden i kommunens regler er slut. Ring og spørg, om det stadig findes.",
            "The period in the municipality's rules is over. Call and ask whether it still exists.",
        )
        .get(lang)
        .to_owned(),
        Condition::Audience => {
            let names = listed(offer.audience.iter().map(|&one| common::audience(one)), " / ", lang);
            match lang {
                Lang::Da => format!("Det er til: {names}."),
                Lang::En => format!("It is for: {names}."),
            }
        }
        Condition::Substance => {
            let names = offer.substances.iter().map(|&one| common::substance(one));
            let names = listed(names, common::AND.get(lang), lang);
            match lang {
                Lang::Da => format!("Det er kun hjælp med {names}."),
                Lang::En => format!("It is help with {names} only."),
            }
        }
        Condition::Age(ages) | Condition::RelativeAge(ages) => match lang {
            Lang::Da => format!("Du skal være {}.", common::aged(ages, lang)),
            Lang::En => format!("You must be {}.", common::aged(ages, lang)),
        },
        Condition::UserAge(ages) => match lang {
            Lang::Da => format!("Den anden skal være {}.", common::aged(ages, lang)),
            Lang::En => format!("The other person must be {}.", common::aged(ages, lang)),
        },
        Condition::Relation => format!("{}.", common::capitalised(&meant_for(offer, lang))),
        Condition::Has(one) | Condition::Suits(one) => match lang {
            Lang::Da => format!("Det er kun for dig, hvis {}.", common::circumstance(one).get(lang)),
            Lang::En => format!("It is only for you if {}.", common::circumstance(one).get(lang)),
        },
        Condition::HasNot(one) => match lang {
            Lang::Da => format!("Det er kun for dig, hvis {}.", has_not(one).get(lang)),
            Lang::En => format!("It is only for you if {}.", has_not(one).get(lang)),
        },
        Condition::Anonymous(_) => {
            phrase("Her kan du ikke være anonym.", "You cannot be anonymous here.").get(lang).to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::read_standard;

    #[test]
    fn what_somebody_has_not_is_no_reason_to_come() {
        let file = include_str!("../../../../domain/standards/horsens.toml");
        let standard = read_standard("horsens.toml", file).expect("a standard");
        for offer in &standard.offers {
            for &one in Circumstance::ALL {
                assert_eq!(reason(Condition::HasNot(one), &offer.criteria, Lang::Da), None);
            }
        }
    }
}
