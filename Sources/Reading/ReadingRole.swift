/// What a word or phrase of a language says to the reader of dispatches.
///
/// The name of a case is the name in the column `role` of a language's table of reading words.
enum ReadingRole: UInt8, CaseIterable {
  // Blockades
  /// `blocked`, `bloquean`: said of a road, it is closed.
  case block
  /// `roadblock`, `bloqueo`: a noun that means a closed road by itself.
  case blockade
  /// `closure`, `toma`: a closed road where a road follows, as in `cierre de la Panamericana`.
  case closure
  /// `to block`, `bloquear`: closes a road only where something else says that it happened.
  case blocking
  /// `reopened`, `liberada`: said of a road or a blockade, it is over.
  case clear
  /// `lift`, `levantar`: says that a road is still closed where it is denied, as in `we will not lift the blockade`.
  case clearing
  /// `again`, `nuevamente`: what happened before happens once more.
  case again
  /// `erected`, `instalaron`: somebody did put up what follows, whatever he asks for.
  case act
  /// `reopening`, `levantamiento`: over where a road or a blockade follows.
  case reopening
  /// `no longer blocked`: over, whatever it is said of.
  case cleared
  /// `ended`, `culminó`: over where it is said of a blockade, and of nothing else.
  case ending
  /// `restricted`, `un solo carril`.
  case restrict
  /// `truce`, `tregua`: the blockade pauses.
  case truce
  /// `suspended`, `suspenden`: pauses the blockade that it is said of, and nothing else.
  case pausing
  /// `normal traffic`: nothing is wrong there.
  case normal
  /// `set up`, `se registran`: what the nouns name is there.
  case assert
  /// `traffic`, `pase`: what a road is for, so that a road is meant.
  case traffic
  /// `entrance to`, `ingreso a`: a road into a place.
  case access
  /// `avenue`, `jirón`: the capitals beside it name a street, not a town.
  case street
  /// `bill`, `cuentas`: what else can be blocked.
  case other
  /// `landslide`: why a road is closed; the value is the cause.
  case cause
  // What is not so, or not now
  case negation
  /// `none of`, `ninguna de`: denies what its whole clause says.
  case none
  /// `will`, `bloquearán`: what follows is still to come.
  case plan
  /// `announced`, `amenazan`: nouns and infinitives that follow are not there yet.
  case announce
  /// `urged`, `exigen`: nouns and infinitives that follow are only wished for.
  case demand
  /// `be`, `sea`: what follows at once is not so yet, as in `must be reopened`.
  case bare
  /// `if`, `podría`.
  case hypothetical
  /// `last year`, `had been`.
  case past
  /// `years ago`, `aniversario`: history rather than news.
  case ago
  /// `the largest number of`: a comparison, not a count.
  case superlative
  /// `it`, `esta`: the road told before.
  case anaphor
  /// `due to`, `debido a`.
  case dueTo
  // People
  /// Somebody who can be hurt; the value is the category.
  case person
  /// `protester`, `manifestante`: one person, even without an article, as in headlines.
  case individual
  case killed, injured, detained
  /// `the death`, `la muerte`: of one person, where somebody is named.
  case death
  /// `clashes`, `protestas`: what people are killed in that is news here.
  case unrest
  /// `death toll`: a number of dead follows.
  case tollNoun
  /// `has risen to`, `asciende a`: a number follows.
  case rise
  /// `the figure`, `la cifra`: the number told before.
  case figure
  /// `said`, `informó`: who speaks stands before it.
  case say
  /// `since`, `desde`.
  case since
  /// `in all`, `en total`: a sum over all days.
  case sum
  /// `nationwide`, `en el país`.
  case nation
  /// `including`: part of the number before.
  case including
  /// `ambulance`.
  case medical
  /// `bus crash`, `covid`: a death of another kind.
  case otherCause
  // Numbers
  /// A number word; the value is the number.
  case number
  /// `a`, `un`: one, before somebody.
  case single
  /// The value is the qualifier.
  case qualifier
  /// `percent`.
  case percent
  /// A unit that makes a number no count of people or points.
  case unit
  /// `aged`: the numbers that follow are years of somebody's life.
  case age
  /// `by`, `por`: who did it follows, not only where.
  case agent
  /// `up from`, `frente a`: an earlier number follows.
  case compared
  // Counts
  /// `points`, `provincias`; the value is the measure.
  case tally
  /// `marches`: people who march; the value is the event, where it is another one.
  case march
  // Time
  /// The value is 1 through 12.
  case month
  /// The value is 1 for Monday through 7.
  case weekday
  /// `yesterday`; the value is the number of days from today.
  case day
  /// `over the two days`; the value is the number of days of which today is the last.
  case span
  /// `a day after`: what follows was on the day before the one that is told.
  case dayAfter
  /// `the same night`, `ese día`: the day that the text told last.
  case sameDay
  /// `as of`, `con corte a`: the moment that the figures before hold for.
  case asOf
  /// `earlier this year`, `this year`.
  case thisYear
  /// `next`: a weekday to come.
  case next
  /// `last`: a month or weekday gone by.
  case last
  /// `night`, `o'clock`; the value is `pm` or `am`.
  case clock
  // Text
  /// `but`, `mientras`: another thing follows.
  case contrast
  /// `because`, `where`: a clause begins that words before do not govern.
  case clause
  /// `union`, `federación`.
  case organisation
  /// Another country or its people.
  case foreign
  /// The country itself or its people.
  case home
  /// `update`.
  case update
  /// A word ending in a full stop within a sentence.
  case abbreviation
  /// A word frequent in this language and none other.
  case common
  // Of the words by which references are put together
  case kilometre, range, between, and, from, within, near, of, article, connecting, road, side, level,
    settlement
  case kind
}

extension ReadingRole {
  /// The name in the tables.
  var name: String { String(describing: self) }

  private static let named: [String: ReadingRole] = Dictionary(
    allCases.map { ($0.name, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  init?(name: String) {
    guard let role = Self.named[name] else { return nil }
    self = role
  }
}
