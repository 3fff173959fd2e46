//! Where knowledge comes from, how sure it is, and what became of what was said.

use crate::domain::choice;

choice! { "a source tier";
    /// Kinds of source, the nearest to the event first. The order is the rule by which one of
    /// several reported values is preferred.
    pub enum Tier {
        /// The report, letter, notice or direction itself.
        Primary = "primary" / "primary document",
        /// Statistics published by government or a regulator.
        OfficialData = "official-data" / "official statistics",
        /// Minutes and papers of a council or board.
        Minutes = "minutes" / "council minutes or papers",
        /// What a council or government says on its own site.
        Council = "council" / "council or government announcement",
        /// An answer under the Freedom of Information Act.
        Foi = "foi" / "FOI answer",
        /// A newspaper, broadcaster or news site.
        Press = "press" / "press report",
        /// Anything else: commentary, compilations.
        Other = "other" / "other publication",
    }
}

choice! { "a rule of preference";
    /// Why one of several reported values is shown.
    pub enum Preference {
        /// It stands in the document itself.
        Primary = "primary-record" / "the document itself is preferred",
        /// It stands in official statistics.
        OfficialData = "official-data" / "official statistics are preferred to other reports",
        /// It stands in minutes.
        Minutes = "minutes" / "minutes and council papers are preferred to press reports",
        /// The council or government announced it.
        Announcement = "announcement" / "an announcement by the body itself is preferred to press reports",
        /// It is the answer to an FOI request.
        Foi = "foi" / "the FOI answer is preferred to accounts of it",
        /// It is the publisher's latest edition.
        LatestEdition = "latest-edition" / "the publisher’s latest edition is preferred",
        /// Nothing better is known: the fuller of two press reports.
        Fuller = "fuller-report" / "the fuller report is preferred; no primary document is recorded here",
    }
}

choice! { "a level of evidence";
    /// How well an inspection's grades are known.
    pub enum Evidence {
        /// Read from the report.
        Report = "report" / "read from the report",
        /// From official statistics.
        Statistics = "official-statistics" / "from official statistics",
        /// From one published overview of reports.
        Overview = "overview" / "from one published overview alone",
    }
}

choice! { "the state of a letter";
    /// Whether the letter after a visit is public.
    pub enum LetterStatus {
        /// It is.
        Published = "published" / "letter published",
        /// Such letters are not published.
        NotExpected = "not-expected" / "letter not published by the inspectorate",
        /// It is expected.
        Awaited = "awaited" / "letter awaited",
        /// The record does not know.
        Unknown = "not-recorded" / "letter not recorded here",
    }
}

choice! { "a reading";
    /// Our reading of a finding. Never a grade.
    pub enum Reading {
        /// Better than before.
        Improved = "improved" / "improving",
        /// Better in part.
        Mixed = "mixed" / "mixed",
        /// Not better.
        NotImproved = "not-improved" / "not improving",
        /// A concern that was not named before.
        NewConcern = "new-concern" / "new concern",
        /// Something that worked well.
        Strength = "strength" / "strength",
        /// Something that did not work well.
        Weakness = "weakness" / "weakness",
    }
}

choice! { "a kind of statement";
    /// Who is speaking.
    pub enum StatementKind {
        /// A council's officers or members.
        Council = "council-says" / "The council says",
        /// A minister or department.
        Government = "government-says" / "Government says",
        /// A councillor of another party, or scrutiny.
        Scrutiny = "scrutiny-says" / "A councillor says",
        /// Someone whom a minister appointed, speaking for themselves.
        Adviser = "adviser-says" / "An adviser or commissioner says",
        /// A newspaper's own account.
        Press = "press-reports" / "Reported by the press",
    }
}

choice! { "an outcome";
    /// What became of something that was promised or expected.
    pub enum OutcomeStatus {
        /// Done in time.
        Met = "met" / "Met",
        /// Done, later than said.
        MetLate = "met-late" / "Met late",
        /// Not done by the time that was said.
        NotMet = "not-met" / "Not met",
        /// Another promise took its place.
        Replaced = "replaced" / "Replaced",
        /// The time has not come.
        TooEarly = "too-early" / "Too early to say",
        /// The record does not show it.
        CannotTell = "cannot-tell" / "Cannot tell from this record",
    }
}
