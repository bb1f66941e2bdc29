//! A made-up month at made-up desks, to show the portal with. No number here can be anybody's.

use crate::{
    clock::Clock,
    crypto::{
        random::Random,
        verifier::{Cost, Verifier},
    },
    db::{AppointmentId, CaseId, CodeId, Db, DbError, ExceptionId, FormHash, FormKey, HoursId, StaffId},
    tasks::{
        Services,
        booking::{
            code::CodeRecord,
            model::{BookingOptions, Hold},
            service::last_day_of_code,
            transactions,
        },
        callback::service::{CallRequest, CallbackError, CasesOfCall, Entrusted, find_hours},
        case::service::{self as case, Opening, StaffEntry, last_day_of_case},
        desk::{
            audit::{AuditAction, AuditEntry},
            hours::service::{self as hours, ExceptionDay, HoursOfWeek},
            settings::service::{self as settings, OpenKind},
            staff::{self, StaffMember},
        },
        waiting_list::service::Wait,
    },
};
use app::tasks::return_code::pseudonym;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use domain::{
    AgeRange, AppointmentType, BookingAbout, BookingKind, Instant, Lang, LocalDay, Minute, Role, Standard,
    Substance, Talks,
    case::{CaseFact, CaseSubject},
    decide::{ContactBy, is_reachable},
    list_free_times, parse_time_ranges, windows,
};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use thiserror::Error;

/// Hours of everybody, where the standard tells no opening hours.
const HOURS: &str = "9-12, 13-15";
const COUNSELLORS: usize = 3;
/// Of a hundred free times, so many are booked.
const BOOKED_PERCENT: u8 = 45;
/// How far ahead it is filled.
const DAYS: u16 = 28;
/// Nobody in Denmark has a number that begins with 1.
const NUMBERS: [(&str, &str); 3] = [("+4511111101", "Fugl"), ("+4511111102", ""), ("+4511111103", "M.")];

/// Days after which treatment began in the cases of the weeks before; one is late, and one has not begun.
const WAITS: [Option<u16>; 16] = [
    Some(3),
    Some(5),
    Some(7),
    Some(4),
    Some(14),
    Some(10),
    Some(2),
    Some(9),
    Some(6),
    Some(8),
    Some(12),
    Some(5),
    Some(7),
    Some(16),
    Some(11),
    None,
];

/// What could not be made up.
#[derive(Debug, Error)]
pub enum DemoError {
    #[error(transparent)]
    Db(#[from] DbError),
    #[error(transparent)]
    Callback(#[from] CallbackError),
    #[error("a name to sign in with is taken: the database is no demonstration's")]
    Taken,
}

/// Fills the database, unless a municipality has a desk already; says what was done, and how to come to the desks.
pub async fn fill(
    db: &Db,
    services: &Services,
    standards: &[Standard],
    clock: Clock,
) -> Result<String, DemoError> {
    let mut said = String::new();
    let mut filled = 0;
    for standard in standards {
        if !settings::list_kinds(db, &standard.code).await?.is_empty() {
            continue;
        }
        let random = random(clock, &standard.code);
        let demo = Demo { db, services, standard, clock, random };
        let invitation = demo.fill().await?;
        filled += 1;
        let _ = writeln!(said, "  leder.{:<12} {invitation}", standard.code);
    }
    let head = format!(
        "A made-up month for {filled} of {} municipalities; the others had a desk.\n",
        standards.len()
    );
    let how = "The desks: sign in at /desk/velkommen with a name and its invitation, within a week:\n";
    Ok(if filled > 0 { format!("{head}{how}{said}") } else { head })
}

/// Where the clock stands still, the month is the same each time: what a test or a talk relies on is there.
fn random(clock: Clock, municipality: &str) -> Random {
    match clock {
        Clock::System => Random::System,
        Clock::Frozen(moment) => {
            let seed: [u8; 32] = Sha256::digest(format!("{} {municipality}", moment.timestamp())).into();
            Random::seeded(seed.first_chunk().copied().map_or(0, u64::from_be_bytes))
        }
    }
}

struct Demo<'a> {
    db: &'a Db,
    services: &'a Services,
    standard: &'a Standard,
    clock: Clock,
    random: Random,
}

impl Demo<'_> {
    async fn fill(&self) -> Result<String, DemoError> {
        let code = &self.standard.code;
        let login = format!("leder.{code}");
        let lead = self.services.sign_in.add(code, "Leder (opdigtet)", &login, Role::Lead).await?;
        let invitation = lead.ok_or(DemoError::Taken)?;
        let members = self.add_staff().await?;
        self.open_kinds(&members[0]).await?;
        self.add_appointments().await?;
        self.add_waiting().await?;
        self.add_calls().await?;
        self.add_cases(&members[0]).await?;
        self.add_exceptions(&members).await?;
        Ok(invitation)
    }

    fn audit(&self, who: &StaffMember, what: AuditAction, subject: &str) -> AuditEntry {
        AuditEntry::new(who, what, subject, self.clock)
    }

    async fn add_staff(&self) -> Result<Vec<StaffMember>, DemoError> {
        let mut members = Vec::new();
        for number in 1..=COUNSELLORS {
            let member = StaffMember {
                id: StaffId::random(&self.random),
                municipality: self.standard.code.clone(),
                name: format!("Rådgiver {number} (opdigtet)"),
                role: Role::Counsellor,
            };
            staff::service::add(self.db, &member).await?;
            let audited = self.audit(&member, AuditAction::HoursSet, &member.name);
            hours::set_hours(self.db, &member.id, &self.week(), &audited).await?;
            members.push(member);
        }
        Ok(members)
    }

    /// The opening hours on Monday to Thursday, or what is usual.
    fn week(&self) -> Vec<HoursOfWeek> {
        let opening = self.standard.main_unit().opening_hours.value();
        let weekdays =
            [chrono::Weekday::Mon, chrono::Weekday::Tue, chrono::Weekday::Wed, chrono::Weekday::Thu];
        let of_day = |weekday: chrono::Weekday| {
            let open = opening.map(|week| week.day(weekday).iter().map(|span| span.in_minutes()).collect());
            open.unwrap_or_else(|| parse_time_ranges(HOURS).unwrap_or_default())
        };
        weekdays
            .into_iter()
            .flat_map(|weekday| of_day(weekday).into_iter().map(move |span| (weekday, span)))
            .map(|(weekday, (from, to))| {
                let weekday = u8::try_from(weekday.num_days_from_monday()).unwrap_or(0);
                HoursOfWeek { id: HoursId::random(&self.random), weekday, from, to }
            })
            .collect()
    }

    async fn open_kinds(&self, who: &StaffMember) -> Result<(), DemoError> {
        for (kind, minutes) in [
            (BookingKind::Online, 45),
            (BookingKind::Phone, 30),
            (BookingKind::InPerson, 45),
            (BookingKind::Callback, 15),
        ] {
            let place = match kind {
                BookingKind::Phone if !is_reachable(self.standard, kind) => "11 11 11 00 (opdigtet nummer)",
                BookingKind::InPerson if !is_reachable(self.standard, kind) => "Opdigtet Vej 1, lokale 3",
                _ => "",
            };
            let appointment_type = AppointmentType { minutes, ..usual_type() };
            let open = OpenKind { kind, appointment_type, place: place.to_owned() };
            let audited = self.audit(who, AuditAction::KindOpened, kind.code());
            settings::open_kind(self.db, &open, &audited).await?;
        }
        Ok(())
    }

    /// Books some of the free times, each under a code that nobody knows.
    async fn add_appointments(&self) -> Result<(), DemoError> {
        let now = self.now();
        let roster = hours::load_roster(self.db, &self.standard.code, now.day().date()).await?;
        for (who, staff) in roster.staff.iter().enumerate() {
            let mut calendar = roster.calendar.clone();
            calendar.hours.retain(|hours| hours.who == who);
            for begins in list_free_times(&usual_type(), &calendar, &[], &[], now).into_keys() {
                let [chance, kind, about, pending]: [u8; 4] = self.random.bytes();
                if chance % 100 >= BOOKED_PERCENT {
                    continue;
                }
                let kind =
                    [BookingKind::Phone, BookingKind::InPerson, BookingKind::Online][usize::from(kind) % 3];
                let about = BookingAbout::ASKED[usize::from(about) % BookingAbout::ASKED.len()];
                self.book(*staff, begins, (kind, about), pending == 0).await?;
            }
        }
        Ok(())
    }

    async fn book(
        &self,
        staff: StaffId,
        begins: NaiveDateTime,
        (kind, about): (BookingKind, BookingAbout),
        pending: bool,
    ) -> Result<(), DemoError> {
        let Some(starts) = Instant::at(begins).map(Instant::minute) else { return Ok(()) };
        let day = LocalDay::new(begins.date());
        let hold = Hold {
            id: AppointmentId::random(&self.random),
            municipality: self.standard.code.clone(),
            staff: vec![staff],
            kind,
            about,
            starts,
            minutes: usual_type().minutes,
            free_from: starts + Minute::from(usual_type().minutes) + Minute::from(usual_type().buffer),
            day: day.begins().minute()..day.plus_days(1).begins().minute(),
            until: starts,
            form: FormHash::random(&self.random),
        };
        let [wish, days, language]: [u8; 3] = self.random.bytes();
        let lang = if language % 7 == 0 { Lang::En } else { Lang::Da };
        let wished_on = self.today().checked_sub_days(Days::new(u64::from(days % 12)));
        let wished_on = wished_on.filter(|_| about == BookingAbout::Me && wish % 3 == 0);
        let code = CodeRecord {
            talks: Talks::of(about),
            contact_on: wished_on,
            ..self.draw_code(last_day_of_code(begins.date()).max(last_day_of_case(self.today())))
        };
        let now = self.now().minute();
        if transactions::hold(self.db, &hold, now).await? {
            let cases = wished_on.map(|on| self.draw_wish(on, language)).into_iter().collect();
            let options = BookingOptions { pending, lang, side: None, cases };
            transactions::book(self.db, &hold.form, &code, &options, now, None).await?;
        }
        Ok(())
    }

    /// A wish of an adult, said on a day.
    fn draw_wish(&self, on: NaiveDate, drawn: u8) -> Opening {
        let asked = self.standard.rules.identity.substances.value().map_or(Substance::ALL, Vec::as_slice);
        let substance = asked.get(usize::from(drawn) % asked.len().max(1)).copied();
        let subject = CaseSubject {
            substance: substance.unwrap_or(Substance::Drugs),
            ages: AgeRange { from: 30, to: None },
        };
        Opening {
            case: CaseId::random(&self.random),
            subject,
            on: LocalDay::new(on),
            by: ContactBy::Citizen,
            wish: true,
        }
    }

    /// A code that nobody knows.
    fn draw_code(&self, expires_on: NaiveDate) -> CodeRecord {
        let [first, second, third]: [u8; 3] = self.random.bytes();
        CodeRecord {
            id: CodeId::random(&self.random),
            municipality: self.standard.code.clone(),
            pseudonym: pseudonym::of(self.random.bytes()),
            selector: i32::from_be_bytes([0, first, second, third]) % 100_000,
            verifier: Verifier { salt: self.random.bytes(), hash: self.random.bytes(), cost: Cost::TINY },
            talks: Talks::default(),
            extended_by: Talks::default(),
            expires_on,
            contact_on: None,
            called_off: None,
        }
    }

    async fn add_waiting(&self) -> Result<(), DemoError> {
        for about in [BookingAbout::Me, BookingAbout::Close] {
            let wait = Wait { kind: BookingKind::InPerson, about };
            let code = self.draw_code(last_day_of_code(self.today()));
            transactions::wait(self.db, &code, &wait).await?;
        }
        Ok(())
    }

    fn days_ago(&self, days: u16) -> NaiveDate {
        self.today().checked_sub_days(Days::new(days.into())).unwrap_or_else(|| self.today())
    }

    fn draw_cases(&self, form: &FormKey) -> CasesOfCall {
        let today = self.today();
        let code = CodeRecord {
            id: form.code_id(),
            contact_on: Some(today),
            ..self.draw_code(last_day_of_case(today))
        };
        let subject = CaseSubject { substance: Substance::Alcohol, ages: AgeRange { from: 30, to: None } };
        CasesOfCall { code, openings: vec![Opening::of_form(form, subject, LocalDay::new(today))] }
    }

    async fn add_calls(&self) -> Result<(), DemoError> {
        let days = settings::load_days(self.db, &self.standard.code, self.today()).await?;
        let unit = self.standard.main_unit();
        let hours = find_hours(self.db, &self.standard.code, unit, self.today()).await?;
        let windows = windows(&hours, &days, self.clock.local(), 3);
        for ((phone, name), window) in NUMBERS.into_iter().zip(windows) {
            let form = FormKey::random(&self.random);
            let cases = name.is_empty().then(|| self.draw_cases(&form));
            let entrusted = Entrusted {
                phone: phone.to_owned(),
                name: name.to_owned(),
                message: name.is_empty(),
                wish: cases.as_ref().map_or("NO", |_| Substance::Alcohol.code()).to_owned(),
                age: String::new(),
                cases: cases.as_ref().map(CasesOfCall::list_names).unwrap_or_default(),
            };
            let request = CallRequest { entrusted, window, side: None, lang: Lang::Da };
            self.services.callbacks.request(&self.standard.code, &form, &request, cases.as_ref()).await?;
        }
        Ok(())
    }

    /// Cases of the weeks before, most of them begun in time.
    async fn add_cases(&self, who: &StaffMember) -> Result<(), DemoError> {
        for (number, waited) in (0_u16..).zip(WAITS) {
            let form = FormKey::random(&self.random);
            let [drawn]: [u8; 1] = self.random.bytes();
            let wished = LocalDay::new(self.days_ago(20 + number));
            let opening = self.draw_wish(wished.date(), drawn);
            let code = CodeRecord {
                id: form.code_id(),
                contact_on: Some(wished.date()),
                ..self.draw_code(last_day_of_case(self.today()))
            };
            let audited = self.audit(who, AuditAction::CaseOpened, &code.pseudonym);
            case::open_new(self.db, &code, &[opening], &audited).await?;
            if let Some(waited) = waited {
                let on = wished.plus_days(waited);
                let begun = StaffEntry { on, fact: CaseFact::Started, place: "", supersedes: None };
                let audited = self.audit(who, AuditAction::CaseEventRecorded, &code.pseudonym);
                let words = &self.services.case_words;
                case::record(self.db, words, &opening.case, begun, &audited).await?;
            }
        }
        Ok(())
    }

    /// Somebody is away for a day, and the house is closed at Christmas.
    async fn add_exceptions(&self, members: &[StaffMember]) -> Result<(), DemoError> {
        let today = self.today();
        if let (Some(member), Some(day)) = (members.last(), today.checked_add_days(Days::new(9))) {
            let id = ExceptionId::random(&self.random);
            let exception = ExceptionDay { id, day, from: 0, to: 24 * 60, away: true };
            let audited = self.audit(member, AuditAction::ExceptionAdded, &member.name);
            hours::add_exceptions(self.db, &member.id, &[exception], &audited).await?;
        }
        for day in [24, 25, 26] {
            if let Some(day) = NaiveDate::from_ymd_opt(today.year(), 12, day).filter(|day| *day >= today) {
                let audited = self.audit(&members[0], AuditAction::DayClosed, &day.to_string());
                settings::close_day(self.db, day, "Glædelig jul", &audited).await?;
            }
        }
        Ok(())
    }

    fn now(&self) -> Instant {
        Instant::of(self.clock.now())
    }

    fn today(&self) -> NaiveDate {
        self.now().day().date()
    }
}

const fn usual_type() -> AppointmentType {
    AppointmentType { minutes: 30, buffer: 15, notice: 120, horizon: DAYS, capacity: 40 }
}
