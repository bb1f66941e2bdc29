//! `portal standards new`: a file in the order of the work.

use super::deciding::DECIDING;
use crate::{router::reserved_names, standards::built_in};
use app::tasks::rules::text::{TOPICS, Topic};
use domain::Lang;
use std::{
    collections::BTreeSet,
    error::Error,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

/// Makes the file of a municipality; gives its path.
///
/// # Errors
/// Where the name is none, or the file is there already.
pub fn create(name: &str, dir: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let code = code_of(name);
    let is_name = |char: char| char.is_alphabetic() || " -.'".contains(char);
    if code.len() < 3 || !name.chars().all(is_name) {
        return Err(format!("“{name}” must have three letters or more, and no other signs").into());
    }
    if reserved_names().contains(code.as_str()) {
        return Err(format!("“{code}” is the address of a page").into());
    }
    if built_in().iter().any(|file| file.name == format!("{code}.toml")) {
        return Err(format!("“{code}” is built in: see portal standards export").into());
    }
    let path = dir.join(format!("{code}.toml"));
    if path.exists() {
        return Err(format!("{} is there already", path.display()).into());
    }
    fs::create_dir_all(dir)?;
    fs::write(&path, write_file(name.trim(), &code))?;
    Ok(path)
}

/// `Lyngby-Taarbæk` as it stands in an address: `lyngby-taarbaek`.
fn code_of(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let name = name.strip_suffix(" kommune").unwrap_or(&name);
    let spelled = name.replace('æ', "ae").replace('ø', "oe").replace('å', "aa").replace(' ', "-");
    spelled.chars().filter(|char| char.is_ascii_alphanumeric() || *char == '-').collect()
}

pub(super) fn write_file(name: &str, code: &str) -> String {
    let name = name.strip_suffix(" Kommune").unwrap_or(name);
    let mut text = format!(
        "# Kvalitetsstandarden for {name} Kommune. Sådan udfyldes den: docs/standards.md\n\
         # \"todo\" betyder: ikke slået op endnu. \"silent\" betyder: det siger standarden ikke noget om. Gæt aldrig.\n\n\
         code = \"{code}\"\n\
         name = {{ da = \"{name} Kommune\", en = \"{name} Municipality\" }}\n\
         # Hvad hjælpen er, i én eller to sætninger.\n\
         welcome = \"todo\"\n\n\
         # ---- 1. Det, der afgør, hvad siden lover. Begynd her. ----\n"
    );
    for one in DECIDING {
        let _ = write!(
            text,
            "\n# {}\n# fx {}\n{}.{} = \"todo\"\n",
            one.question, one.example, one.group, one.key
        );
    }
    text.push_str("\n# ---- 2. Resten af de samme emner. ----\n");
    let (begun, others): (Vec<&Topic>, Vec<&Topic>) =
        TOPICS.iter().partition(|topic| DECIDING.iter().any(|one| one.group == topic.group));
    for topic in begun {
        let _ = write!(text, "\n# {}\n", topic.title.get(Lang::Da));
        let done: BTreeSet<&str> =
            DECIDING.iter().filter(|one| one.group == topic.group).map(|one| one.key).collect();
        for (key, label) in topic.rules.iter().filter(|(key, _)| !done.contains(key)) {
            let _ = writeln!(text, "# {}\n{}.{key} = \"todo\"", label.get(Lang::Da), topic.group);
        }
    }
    text.push_str("\n# ---- 3. De andre emner. ----\n");
    for topic in others {
        let _ = write!(text, "\n# {}\n[{}]\n", topic.title.get(Lang::Da), topic.group);
        for (key, label) in topic.rules {
            let _ = writeln!(text, "# {}\n{key} = \"todo\"", label.get(Lang::Da));
        }
    }
    text.push_str(&END.replace("{name}", name));
    text
}

const END: &str = r#"
# ---- 4. Dokumenterne. Er der flere, begynder hver kilde med dokumentets id: source = ["alkohol: §3"] ----

[[document]]
id = "standard"
title = { da = "Kvalitetsstandard for {name} Kommune", en = "Quality standard of {name} Municipality" }
# address = "https://…"
# date = 2026-01-31
# approved_by = { da = "Byrådet", en = "The town council" }
substances = ["ALCOHOL", "DRUGS"]

# ---- 5. Stederne. Det første er det, en ny skal kontakte. ----

[[unit]]
id = "centre"
name = { da = "Centret i {name}", en = "The centre in {name}" }
about = "todo"
address = "todo"
accessibility = "todo"
# fx { value = [{ number = "00000000", label = { da = "Hovednummer", en = "Main number" } }], source = ["§2"] }
phones = "todo"
# fx { value = { mon = ["09:00-12:00"], thu = ["09:00-12:00", "14:00-16:00"] }, source = ["§2"] }
phone_hours = "todo"
opening_hours = "todo"
drop_in_hours = "todo"
email = "todo"
website = "todo"

# ---- 6. Tilbuddene: ét for hver slags hjælp, det mest brugte først. ----

[[offer]]
slug = "raad"
source = ["§2"]
kind = "COUNSELLING"
unit = "centre"
title = "todo"
# Hvad det er, i én sætning.
summary = "todo"
audience = ["CITIZEN", "RELATIVE"]
substances = ["ALCOHOL", "DRUGS"]
# ages = { from = 18 }
access = "DIRECT"
forms = ["INDIVIDUAL"]
anonymity = "todo"
guarantee = "todo"
for_whom = "todo"
what_happens = "todo"
how_often = "todo"
how_long = "todo"
place = "todo"
price = "todo"
how_to_get = "todo"
legal_basis = "todo"

# ---- 7. Modsigelser og huller i standarden, til kolleger. Læsningen skrives ved det punkt, den gælder. ----
# [[finding]]
# number = 1
# what = "§2 siger 14 dage fra henvendelse, §4 fra visitation"
"#;

#[cfg(test)]
mod tests {
    use super::*;
    use domain::read_draft;

    #[test]
    fn a_new_file_is_a_whole_draft_in_which_everything_is_to_be_looked_up() {
        let text = write_file("Lyngby-Taarbæk", &code_of("Lyngby-Taarbæk Kommune"));
        let draft = read_draft("new.toml", &text).unwrap_or_else(|problems| panic!("{problems:?}"));
        assert_eq!(draft.standard.code, "lyngby-taarbaek");
        assert_eq!(draft.standard.tally().stated, 0);
        assert!(draft.todo.len() > 350, "{}", draft.todo.len());
        let first: Vec<&str> =
            draft.todo.iter().skip(1).take(DECIDING.len()).map(|todo| todo.key.as_str()).collect();
        let deciding: Vec<String> = DECIDING.iter().map(|one| format!("{}.{}", one.group, one.key)).collect();
        assert_eq!(first, deciding, "what decides comes first");
    }

    #[test]
    fn every_example_can_be_written_as_it_stands() {
        for one in DECIDING {
            let key = format!("{}.{} = ", one.group, one.key);
            let text = write_file("Eksempelby", "eksempelby");
            let text = text.replace(&format!("{key}\"todo\""), &format!("{key}{}", one.example));
            let draft = read_draft("new.toml", &text);
            let draft = draft.unwrap_or_else(|problems| panic!("{key}{}: {problems:?}", one.example));
            assert!(draft.todo.iter().all(|todo| todo.key != format!("{}.{}", one.group, one.key)));
        }
    }
}
