//! Every route of the portal, one row each.

use super::{
    Access::{self, Anybody, Citizen, Nobody},
    DeskTab, FrontRow, Route,
    Serves::{CachedPage, Other, Page},
    TIME_TO_ANSWER, TIME_TO_UPLOAD, Waiting,
};
use crate::{
    tasks::{
        about, booking, calendar, callback, citizen_session, citizen_session::CitizenSession, clarification,
        compare, complaint, contact, conversation, deadline, desk, desk::plans::StaffPlan, find_help,
        glossary, home, leave, municipality, offers, plan, return_code, rules, search,
    },
    web::{assets, health, server_functions},
};
use app::{
    tasks::{
        booking::text as booking_text,
        clarification::text as clarification_text,
        complaint::text as complaint_text,
        desk::{
            absence::text as absence_text, cases::text as cases_text, complaints::text as complaints_text,
            figures::text as figures_text, plans::text as plans_text, text as desk_text,
        },
    },
    ui::{
        document::PageScript::{Desk, Plan, Steps},
        text as common,
    },
};
use axum::routing::{get, post};
use domain::{Role, decide::has_anonymous_drug_treatment};

const TALKING: Access = Access::Staff(&[Role::Counsellor, Role::Lead]);
const FOLLOWING: Access = Access::Staff(&[Role::Counsellor, Role::Lead, Role::Manager, Role::Authority]);
const PLANNING: Access = Access::Staff(&[Role::Counsellor, Role::Lead, Role::Admin]);
const ARRANGING: Access = Access::Staff(&[Role::Lead, Role::Admin]);
const READING: Access = Access::Staff(&[Role::Lead, Role::Manager, Role::Authority, Role::ComplaintReader]);
const OVERSEEING: Access = Access::Staff(&[Role::Lead, Role::Manager]);
const LEADING: Access = Access::Staff(&[Role::Lead]);
const ALL_STAFF: Access = Access::Staff(Role::ALL);

macro_rules! routes {
    ($($task:literal $path:literal like $example:literal: $serves:expr, $get:expr, $post:expr
        $(, row $title:path $(, where $stands:path)?)? $(, tab $tab:path $(, counts $counts:path)?)?
        $(, script $script:path)?$(, within $time:path)?, by $handlers:expr;)+) => {
        &[$(Route {
            task: $task,
            path: $path,
            example: $example,
            serves: $serves,
            get: $get,
            post: $post,
            row: routes!(@row $($title $(, $stands)?)?),
            tab: routes!(@tab $($tab $(, $counts)?)?),
            script: routes!(@script $($script)?),
            time: routes!(@time $($time)?),
            handlers: || $handlers,
        },)+]
    };
    (@row) => { None };
    (@row $title:path) => { Some(FrontRow { title: $title, stands: |_| true }) };
    (@row $title:path, $stands:path) => { Some(FrontRow { title: $title, stands: $stands }) };
    (@tab) => { None };
    (@tab $title:path) => { Some(DeskTab { title: $title, counts: None }) };
    (@tab $title:path, $counts:path) => { Some(DeskTab { title: $title, counts: Some($counts) }) };
    (@script) => { None };
    (@script $script:path) => { Some($script) };
    (@time) => { TIME_TO_ANSWER };
    (@time $time:path) => { $time };
}

/// Every route: task, address, an example; what stands there; who may read and who may send; its row, its tab, its
/// script and how long it may take, where they are not the usual; the handlers. Rows and tabs stand in this order.
pub const ROUTES: &[Route] = routes! {
    "home" "/" like "/": CachedPage, Anybody, Nobody, by get(home::handlers::show);
    "about" "/was" like "/was": CachedPage, Anybody, Nobody, by get(about::handlers::accessibility);
    "about" "/privatliv" like "/privatliv": CachedPage, Anybody, Nobody, by get(about::handlers::privacy);
    "about" "/hvad-vi-gemmer" like "/hvad-vi-gemmer": CachedPage, Anybody, Nobody,
        by get(about::handlers::stored);
    "glossary" "/ordbog" like "/ordbog": CachedPage, Anybody, Nobody, by get(glossary::handlers::page);
    "compare" "/sammenlign" like "/sammenlign": CachedPage, Anybody, Nobody, by get(compare::handlers::index);
    "compare" "/sammenlign/{slug}" like "/sammenlign/klage": CachedPage, Anybody, Nobody,
        by get(compare::handlers::one);
    "search" "/soeg" like "/soeg": CachedPage, Anybody, Anybody,
        script Steps, by get(search::handlers::start_everywhere).post(search::handlers::search_everywhere);
    "return_code" "/kode" like "/kode": Page, Anybody, Anybody,
        row booking_text::USE_CODE, script Steps,
        by get(return_code::handlers::start).post(return_code::handlers::open);
    "complaint" "/kvittering" like "/kvittering": CachedPage, Anybody, Anybody,
        script Steps, by get(complaint::check::start).post(complaint::check::check);
    "citizen_session" "/min-plan" like "/min-plan": Page, Anybody, Anybody,
        script Plan, by get(citizen_session::handlers::show).post(citizen_session::handlers::enter);
    "citizen_session" "/min-plan/ud" like "/min-plan/ud": Other, Nobody, Anybody,
        by post(citizen_session::handlers::sign_out);
    "citizen_session" "/min-plan/tid" like "/min-plan/tid": Other, Nobody, Anybody,
        by post(citizen_session::handlers::count_left);
    "plan" "/min-plan/maal" like "/min-plan/maal": Page, Citizen, Citizen,
        script Plan, by get(plan::handlers::start_goal::<CitizenSession>).post(plan::handlers::add_goal::<CitizenSession>);
    "plan" "/min-plan/maal/{goal}" like "/min-plan/maal/2": Page, Citizen, Citizen,
        script Plan, by get(plan::handlers::read_goal::<CitizenSession>).post(plan::handlers::write_goal::<CitizenSession>);
    "plan" "/min-plan/hele" like "/min-plan/hele": Page, Citizen, Citizen,
        script Plan, by get(plan::handlers::read_whole::<CitizenSession>).post(plan::handlers::write_whole::<CitizenSession>);
    "plan" "/min-plan/noter" like "/min-plan/noter": Page, Citizen, Citizen,
        script Plan, by get(plan::notes::read::<CitizenSession>).post(plan::notes::write::<CitizenSession>);
    "plan" "/min-plan/opfoelgning" like "/min-plan/opfoelgning": Page, Citizen, Citizen,
        script Plan, by get(plan::handlers::read_reviews::<CitizenSession>).post(plan::handlers::write_reviews::<CitizenSession>);
    "plan" "/min-plan/uge" like "/min-plan/uge": Page, Citizen, Citizen,
        script Plan, by get(plan::week::read::<CitizenSession>).post(plan::week::write::<CitizenSession>);
    "plan" "/min-plan/trivsel" like "/min-plan/trivsel": Page, Citizen, Citizen,
        script Plan, by get(plan::handlers::read_wellbeing::<CitizenSession>).post(plan::handlers::write_wellbeing::<CitizenSession>);
    "plan" "/min-plan/svaer-dag" like "/min-plan/svaer-dag": Page, Citizen, Citizen,
        script Plan, by get(plan::handlers::read_bad_day::<CitizenSession>).post(plan::handlers::write_bad_day::<CitizenSession>);
    "plan" "/min-plan/samtykker" like "/min-plan/samtykker": Page, Citizen, Citizen,
        script Plan, by get(plan::consents::read::<CitizenSession>).post(plan::consents::write::<CitizenSession>);
    "plan" "/min-plan/udskrift" like "/min-plan/udskrift": Page, Citizen, Nobody,
        script Plan, by get(plan::taking_along::read::<CitizenSession>);
    "plan" "/min-plan/fil" like "/min-plan/fil": Other, Citizen, Nobody,
        by get(plan::taking_along::download::<CitizenSession>);
    "plan" "/min-plan/del" like "/min-plan/del": Other, Nobody, Citizen, by post(plan::consents::share);
    "calendar" "/kalender" like "/kalender": Other, Nobody, Anybody, by post(calendar::handlers::download);

    "municipality" "/{kommune}" like "/skanderborg": CachedPage, Anybody, Nobody,
        by get(municipality::handlers::show);
    "clarification" "/{kommune}/afklaring" like "/skanderborg/afklaring": Page, Anybody, Anybody,
        row clarification_text::LINK, where has_anonymous_drug_treatment, script Steps,
        by get(clarification::handlers::start).post(clarification::handlers::step);
    "deadline" "/{kommune}/frist" like "/skanderborg/frist": CachedPage, Anybody, Anybody,
        row common::DEADLINE, script Steps,
        by get(deadline::handlers::start).post(deadline::handlers::answer);
    "offers" "/{kommune}/tilbud" like "/skanderborg/tilbud": CachedPage, Anybody, Anybody,
        row common::ALL_OFFERS, script Steps, by get(offers::handlers::list).post(offers::handlers::filtered);
    "offers" "/{kommune}/tilbud/{slug}" like "/skanderborg/tilbud/move": CachedPage, Anybody, Nobody,
        by get(offers::handlers::one);
    "find_help" "/{kommune}/find" like "/skanderborg/find": CachedPage, Anybody, Anybody,
        by get(find_help::handlers::start).post(find_help::handlers::step);
    "contact" "/{kommune}/kontakt" like "/skanderborg/kontakt": CachedPage, Anybody, Nobody,
        row common::CONTACT, by get(contact::handlers::page);
    "rules" "/{kommune}/regler" like "/skanderborg/regler": CachedPage, Anybody, Nobody, row common::RULES,
        by get(rules::handlers::page);
    "complaint" "/{kommune}/klage" like "/skanderborg/klage": CachedPage, Anybody, Anybody,
        row complaint_text::LINK, script Steps, within TIME_TO_UPLOAD,
        by get(complaint::handlers::start).post(complaint::handlers::step);
    "complaint" "/{kommune}/klage/svar" like "/skanderborg/klage/svar": Other, Anybody, Anybody,
        script Steps, by get(complaint::follow::start).post(complaint::follow::follow);
    "search" "/{kommune}/soeg" like "/skanderborg/soeg": CachedPage, Anybody, Anybody,
        row common::SEARCH, script Steps, by get(search::handlers::start).post(search::handlers::search);
    "booking" "/{kommune}/samtale" like "/skanderborg/samtale": Page, Anybody, Anybody,
        script Steps, by get(booking::handlers::start).post(booking::handlers::step);
    "callback" "/{kommune}/ring-mig-op" like "/skanderborg/ring-mig-op": Page, Anybody, Anybody,
        script Steps, by get(callback::handlers::start).post(callback::handlers::ask);
    "conversation" "/{kommune}/skriv" like "/skanderborg/skriv": Other, Anybody, Anybody,
        script Steps, by get(conversation::handlers::start).post(conversation::handlers::write);

    "desk/sign_in" "/desk/log-ind" like "/desk/log-ind": Page, Anybody, Anybody,
        script Desk, by get(desk::sign_in::handlers::start).post(desk::sign_in::handlers::sign_in);
    "desk/sign_in" "/desk/log-ind/noegle" like "/desk/log-ind/noegle": Other, Nobody, Anybody,
        by post(desk::sign_in::handlers::ask_for_passkey);
    "desk/sign_in" "/desk/velkommen" like "/desk/velkommen": Page, Anybody, Anybody,
        by get(desk::sign_in::handlers::welcome).post(desk::sign_in::handlers::choose);
    "desk/sign_in" "/desk/log-ud" like "/desk/log-ud": Other, Nobody, ALL_STAFF,
        by post(desk::sign_in::handlers::sign_out);
    "desk/sign_in" "/desk/session" like "/desk/session": Other, Nobody, ALL_STAFF,
        by post(desk::sign_in::handlers::count_left);
    "desk/agenda" "/desk" like "/desk": Page, ALL_STAFF, Nobody,
        tab desk_text::TODAY, counts Waiting::Answers, script Desk, by get(desk::agenda::handlers::today);
    "desk/agenda" "/desk/dag" like "/desk/dag": Other, TALKING, Nobody,
        by get(desk::agenda::handlers::pick_day);
    "desk/agenda" "/desk/dag/{day}" like "/desk/dag/2026-11-24": Page, TALKING, Nobody,
        script Desk, by get(desk::agenda::handlers::day);
    "desk/agenda" "/desk/uge/{day}" like "/desk/uge/2026-11-23": Page, TALKING, Nobody,
        script Desk, by get(desk::agenda::handlers::show_week);
    "desk/agenda" "/desk/aftale/{id}" like "/desk/aftale/00": Page, TALKING, TALKING,
        script Desk, by get(desk::agenda::handlers::card).post(desk::agenda::handlers::act);
    "desk/calls" "/desk/opkald" like "/desk/opkald": Page, TALKING, TALKING,
        tab desk_text::CALLS, counts Waiting::Calls, script Desk, by get(desk::calls::handlers::list).post(desk::calls::handlers::act);
    "desk/cases" "/desk/sager" like "/desk/sager": Page, FOLLOWING, FOLLOWING,
        tab cases_text::TAB, counts Waiting::Warnings, script Desk,
        by get(desk::cases::list::list).post(desk::cases::list::act);
    "desk/cases" "/desk/sager/ny" like "/desk/sager/ny": Page, TALKING, TALKING,
        script Desk, by get(desk::cases::opening::start).post(desk::cases::opening::open);
    "desk/cases" "/desk/sager/{id}" like "/desk/sager/00": Page, FOLLOWING, FOLLOWING,
        script Desk, by get(desk::cases::handlers::read).post(desk::cases::handlers::record);
    "desk/cases" "/desk/sager/{id}/ny-kode" like "/desk/sager/00/ny-kode": Page, TALKING, TALKING,
        script Desk, by get(desk::cases::renewal::start).post(desk::cases::renewal::renew);
    "desk/plans" "/desk/planer" like "/desk/planer": Page, TALKING, Nobody,
        tab plans_text::TAB, counts Waiting::Plans, script Desk, by get(desk::plans::list::list);
    "desk/plans" "/desk/planer/ny" like "/desk/planer/ny": Page, TALKING, TALKING,
        script Desk, by get(desk::plans::opening::start).post(desk::plans::opening::open);
    "desk/plans" "/desk/planer/overdrag" like "/desk/planer/overdrag": Page, TALKING, TALKING,
        script Desk, by get(desk::plans::handing_over::start).post(desk::plans::handing_over::hand_over);
    "desk/plans" "/desk/planer/{id}" like "/desk/planer/00": Page, TALKING, TALKING,
        script Desk, by get(desk::plans::handlers::read).post(desk::plans::handlers::act);
    "desk/plans" "/desk/planer/{id}/ny-kode" like "/desk/planer/00/ny-kode": Page, TALKING, TALKING,
        script Desk, by get(desk::plans::code::start).post(desk::plans::code::replace);
    "desk/plans" "/desk/planer/{id}/maal" like "/desk/planer/00/maal": Page, TALKING, TALKING,
        script Desk, by get(plan::handlers::start_goal::<StaffPlan>).post(plan::handlers::add_goal::<StaffPlan>);
    "desk/plans" "/desk/planer/{id}/maal/{goal}" like "/desk/planer/00/maal/2": Page, TALKING, TALKING,
        script Desk, by get(plan::handlers::read_goal::<StaffPlan>).post(plan::handlers::write_goal::<StaffPlan>);
    "desk/plans" "/desk/planer/{id}/hele" like "/desk/planer/00/hele": Page, TALKING, TALKING,
        script Desk, by get(plan::handlers::read_whole::<StaffPlan>).post(plan::handlers::write_whole::<StaffPlan>);
    "desk/plans" "/desk/planer/{id}/noter" like "/desk/planer/00/noter": Page, TALKING, TALKING,
        script Desk, by get(plan::notes::read::<StaffPlan>).post(plan::notes::write::<StaffPlan>);
    "desk/plans" "/desk/planer/{id}/opfoelgning" like "/desk/planer/00/opfoelgning": Page, TALKING, TALKING,
        script Desk, by get(plan::handlers::read_reviews::<StaffPlan>).post(plan::handlers::write_reviews::<StaffPlan>);
    "desk/plans" "/desk/planer/{id}/uge" like "/desk/planer/00/uge": Page, TALKING, TALKING,
        script Desk, by get(plan::week::read::<StaffPlan>).post(plan::week::write::<StaffPlan>);
    "desk/plans" "/desk/planer/{id}/trivsel" like "/desk/planer/00/trivsel": Page, TALKING, TALKING,
        script Desk, by get(plan::handlers::read_wellbeing::<StaffPlan>).post(plan::handlers::write_wellbeing::<StaffPlan>);
    "desk/plans" "/desk/planer/{id}/svaer-dag" like "/desk/planer/00/svaer-dag": Page, TALKING, TALKING,
        script Desk, by get(plan::handlers::read_bad_day::<StaffPlan>).post(plan::handlers::write_bad_day::<StaffPlan>);
    "desk/plans" "/desk/planer/{id}/samtykker" like "/desk/planer/00/samtykker": Page, TALKING, TALKING,
        script Desk, by get(plan::consents::read::<StaffPlan>).post(plan::consents::write::<StaffPlan>);
    "desk/plans" "/desk/planer/{id}/udskrift" like "/desk/planer/00/udskrift": Page, TALKING, Nobody,
        script Desk, by get(plan::taking_along::read::<StaffPlan>);
    "desk/plans" "/desk/planer/{id}/fil" like "/desk/planer/00/fil": Other, TALKING, Nobody,
        by get(plan::taking_along::download::<StaffPlan>);
    "desk/complaints" "/desk/klager" like "/desk/klager": Page, READING, Nobody,
        tab complaints_text::TAB, counts Waiting::Complaints, script Desk,
        by get(desk::complaints::handlers::list);
    "desk/complaints" "/desk/klager/{id}" like "/desk/klager/00": Page, READING, READING,
        script Desk, by get(desk::complaints::handlers::read).post(desk::complaints::handlers::act);
    "desk/complaints" "/desk/klager/{id}/fil" like "/desk/klager/00/fil": Other, READING, Nobody,
        by get(desk::complaints::files::download);
    "desk/complaints" "/desk/klager/{id}/pakke" like "/desk/klager/00/pakke": Other, READING, Nobody,
        by get(desk::complaints::package::download);
    "desk/figures" "/desk/tal" like "/desk/tal": Page, OVERSEEING, Nobody,
        tab figures_text::TAB, script Desk, by get(desk::figures::handlers::show);
    "desk/figures" "/desk/tal/fil" like "/desk/tal/fil": Other, OVERSEEING, Nobody,
        by get(desk::figures::handlers::download);
    "desk/booking" "/desk/aftal" like "/desk/aftal": Page, TALKING, TALKING,
        tab desk_text::BOOK, script Desk, by get(desk::booking::handlers::start).post(desk::booking::handlers::step);
    "desk/conversation" "/desk/samtale/{id}" like "/desk/samtale/00": Page, TALKING, TALKING,
        script Desk, by get(desk::conversation::handlers::read).post(desk::conversation::handlers::write);
    "desk/conversation" "/desk/samtale/{id}/nyt" like "/desk/samtale/00/nyt": Other, Nobody, TALKING,
        by post(desk::conversation::handlers::wait);
    "desk/hours" "/desk/tider" like "/desk/tider": Page, TALKING, TALKING,
        tab desk_text::HOURS, script Desk, by get(desk::hours::handlers::show_own).post(desk::hours::handlers::set_own);
    "desk/hours" "/desk/tider/{id}" like "/desk/tider/00": Page, LEADING, LEADING,
        script Desk, by get(desk::hours::handlers::show_of).post(desk::hours::handlers::set_of);
    "desk/absence" "/desk/fravaer" like "/desk/fravaer": Page, PLANNING, PLANNING,
        tab absence_text::TAB, script Desk, by get(desk::absence::handlers::show).post(desk::absence::handlers::set);
    "desk/account" "/desk/adgang" like "/desk/adgang": Page, ALL_STAFF, ALL_STAFF,
        script Desk, by get(desk::account::handlers::read).post(desk::account::handlers::act);
    "desk/settings" "/desk/indstillinger" like "/desk/indstillinger": Page, ARRANGING, ARRANGING,
        tab desk_text::SETTINGS, script Desk, by get(desk::settings::handlers::show).post(desk::settings::handlers::set);
    "desk/staff" "/desk/ansatte" like "/desk/ansatte": Page, ARRANGING, LEADING,
        tab desk_text::STAFF, script Desk, by get(desk::staff::handlers::list).post(desk::staff::handlers::act);
    "desk/audit" "/desk/log" like "/desk/log": Page, ARRANGING, Nobody,
        tab desk_text::AUDIT_TAB, script Desk, by get(desk::audit::handlers::list);

    "desk/audit" "/desk/log/fil" like "/desk/log/fil": Other, ARRANGING, Nobody,
        by get(desk::audit::handlers::download);

    "leave" "/ud" like "/ud": Other, Anybody, Anybody,
        by get(leave::handlers::leave).post(leave::handlers::close);
    "web" "/api/{*function}" like "/api/none": Other, Nobody, Anybody, by post(server_functions::run);
    "web" "/assets/{name}" like "/assets/none": Other, Anybody, Nobody, by get(assets::file);
    "web" "/.well-known/security.txt" like "/.well-known/security.txt": Other, Anybody, Nobody,
        by get(assets::security);
    "web" "/healthz" like "/healthz": Other, Anybody, Nobody, by get(health::alive);
    "web" "/readyz" like "/readyz": Other, Anybody, Nobody, by get(health::ready);
    "web" "/metrics" like "/metrics": Other, Anybody, Nobody, by get(health::metrics);
};
