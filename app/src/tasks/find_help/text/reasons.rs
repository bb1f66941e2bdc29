//! Why an offer fits, fits if something holds, or does not.

use crate::{
    phrase::{Phrase, phrase},
    tasks::find_help::text::listed,
    ui::text as common,
};
use domain::{AnonymityRule, Circumstance, Condition, Criteria, Lang, Substance};

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
        Condition::HasNot(one) => it_is_not_so(one).get(lang).to_owned(),
        Condition::Anonymous(Some(AnonymityRule::UntilPrescriptionMedicine)) => phrase(
            "du kan være anonym, så længe du ikke får medicin på recept",
            "you can be anonymous as long as you get no medicine on prescription",
        )
        .get(lang)
        .to_owned(),
        Condition::Anonymous(Some(_)) => {
            phrase("du kan være anonym (læs, hvad der gælder)", "you can be anonymous (read what applies)")
                .get(lang)
                .to_owned()
        }
        Condition::Substance => match offer.substances.as_slice() {
            [one] => about(*one).get(lang).to_owned(),
            _ => return None,
        },
        Condition::Relation => phrase(
            "det er til en, der er så tæt på den anden som dig",
            "it is meant for people as close to somebody as you are",
        )
        .get(lang)
        .to_owned(),
        Condition::StillOffered | Condition::Audience | Condition::Anonymous(None) => return None,
    };
    Some(text)
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
        Circumstance::VerySevere => {
            phrase("samtaler er ikke nok eller ikke noget for dig", "talking is not enough or not for you")
        }
        other => common::circumstance(other),
    }
}

/// What somebody has said no to, as a reason.
fn it_is_not_so(circumstance: Circumstance) -> Phrase {
    match circumstance {
        Circumstance::ChildrenUnder18 => {
            phrase("der er ikke børn under 18 år i dit liv", "there are no children under 18 in your life")
        }
        Circumstance::OtherSocialProblems => {
            phrase("du har ikke andre sociale problemer", "you have no other social problems")
        }
        Circumstance::UserInTreatment => phrase(
            "den, du er tæt på, er ikke i behandling",
            "the person you are close to is not in treatment",
        ),
        Circumstance::NeedsMedicine => phrase("du har ikke brug for medicin", "you do not need medicine"),
        Circumstance::PsychologicalProblems => {
            phrase("du har det ikke psykisk svært", "you are not struggling mentally")
        }
        Circumstance::WishesAnonymity => phrase("du vil ikke være anonym", "you do not wish to be anonymous"),
        Circumstance::WorkOrEducation => {
            phrase("du er ikke i arbejde eller uddannelse", "you are not in work or education")
        }
        Circumstance::Housing => phrase("du har ikke et sted at bo", "you have no place to live"),
        Circumstance::Pregnant => phrase("du er ikke gravid", "you are not pregnant"),
        other => has_not(other),
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
            "den, du er tæt på, ikke er i behandling",
            "the person you are close to is not in treatment",
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
        Circumstance::VerySevere => phrase("samtaler er noget for dig", "talking is for you"),
        Circumstance::Pregnant => phrase("du ikke er gravid", "you are not pregnant"),
        Circumstance::PrefersOnline => {
            phrase("du gerne vil mødes ansigt til ansigt", "you like to meet in person")
        }
    }
}

/// What must hold for an offer to fit, after "if".
#[must_use]
pub fn open_condition(condition: Condition, offer: &Criteria, lang: Lang) -> String {
    match condition {
        Condition::Age(ages) | Condition::RelativeAge(ages) => match lang {
            Lang::Da => format!("din alder er: {}", common::ages(ages, lang)),
            Lang::En => format!("your age is: {}", common::ages(ages, lang)),
        },
        Condition::UserAge(ages) => match lang {
            Lang::Da => format!("den andens alder er: {}", common::ages(ages, lang)),
            Lang::En => format!("the other person's age is: {}", common::ages(ages, lang)),
        },
        Condition::Substance => {
            let names = offer.substances.iter().map(|&one| common::substance(one));
            match lang {
                Lang::Da => format!("det handler om {}", listed(names, " eller ", lang)),
                Lang::En => format!("it is about {}", listed(names, " or ", lang)),
            }
        }
        Condition::Relation => {
            let names = listed(offer.relations.iter().map(|&one| common::relation(one)), " / ", lang);
            match lang {
                Lang::Da => format!("du er: {names}"),
                Lang::En => format!("you are: {names}"),
            }
        }
        Condition::Audience => {
            phrase("det er dig, tilbuddet er til", "you are the one it is meant for").get(lang).to_owned()
        }
        Condition::Anonymous(_) => phrase(
            "de siger, at du må være anonym. Det står ikke i standarden. Spørg, før du siger dit navn",
            "they say that you may be anonymous. The standard does not say so. Ask before you give your name",
        )
        .get(lang)
        .to_owned(),
        Condition::HasNot(one) => has_not(one).get(lang).to_owned(),
        Condition::Has(one) | Condition::Suits(one) => common::circumstance(one).get(lang).to_owned(),
        Condition::StillOffered => phrase("det findes endnu", "it still exists").get(lang).to_owned(),
    }
}

/// Why an offer does not fit.
#[must_use]
pub fn unmet(condition: Condition, offer: &Criteria, lang: Lang) -> String {
    match condition {
        Condition::StillOffered => phrase(
            "Perioden i kommunens standard er slut. Ring og spørg, om det findes endnu.",
            "The period in the municipality's standard is over. Call and ask whether it still exists.",
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
            let names = listed(offer.substances.iter().map(|&one| common::substance(one)), " / ", lang);
            match lang {
                Lang::Da => format!("Det er kun for {names}."),
                Lang::En => format!("It is only for {names}."),
            }
        }
        Condition::Age(ages) | Condition::RelativeAge(ages) | Condition::UserAge(ages) => match lang {
            Lang::Da => format!("Det er for {}.", common::ages(ages, lang)),
            Lang::En => format!("It is for {}.", common::ages(ages, lang)),
        },
        Condition::Relation => {
            let names = listed(offer.relations.iter().map(|&one| common::relation(one)), " / ", lang);
            match lang {
                Lang::Da => format!("Det er til: {names}."),
                Lang::En => format!("It is for: {names}."),
            }
        }
        Condition::Has(one) | Condition::Suits(one) => match lang {
            Lang::Da => format!("Det er kun, hvis {}.", common::circumstance(one).get(lang)),
            Lang::En => format!("Only if {}.", common::circumstance(one).get(lang)),
        },
        Condition::HasNot(one) => match lang {
            Lang::Da => format!("Det er kun, hvis {}.", has_not(one).get(lang)),
            Lang::En => format!("Only if {}.", has_not(one).get(lang)),
        },
        Condition::Anonymous(_) => {
            phrase("Her kan du ikke være anonym.", "You cannot be anonymous here.").get(lang).to_owned()
        }
    }
}
