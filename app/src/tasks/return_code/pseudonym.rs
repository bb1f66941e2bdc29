//! Names for people who have told none: two words and a number, which staff can say aloud.

const FIRST: [&str; 16] = [
    "Blå", "Rolig", "Klar", "Varm", "Grøn", "Stille", "Lys", "Glad", "Hvid", "Mild", "Gul", "Frisk", "Høj",
    "Blød", "Let", "Tidlig",
];
const SECOND: [&str; 16] = [
    "Sten", "Bæk", "Eng", "Fjord", "Bøg", "Sky", "Lærke", "Klit", "Sø", "Kløver", "Vind", "Birk", "Bro",
    "Have", "Dag", "Vej",
];

/// The name that three random bytes make.
#[must_use]
pub fn of([first, second, number]: [u8; 3]) -> String {
    let (first, second) = (FIRST[usize::from(first % 16)], SECOND[usize::from(second % 16)]);
    format!("{first} {second} {number}")
}
