/** Five questions to begin with: each can be asked as it stands. */
export const fiveQuestions: readonly { title: string; why: string; query: string }[] = [
  {
    title: 'Who serves this ZIP?',
    why: 'The county, its regional navigator, the nations, and whom to call right now.',
    query: `{
  coverage(at: { zip: "56633" }) {
    county { name }
    region { name navigators { name phones { display } } }
    nations { nation { name endonym } how }
    crisisLines { name phones { display kind } }
  }
}`,
  },
  {
    title: 'Which bed near Bemidji is right for someone of 17, and why?',
    why: 'The best first: why it fits, what to ask on the phone, and how old its report of beds is.',
    query: `{
  findHousing(
    input: {
      at: { city: { name: "Bemidji", state: "MN" } }
      withinMeters: 160000
      seeker: { age: 17, pregnant: true }
    }
    first: 5
  ) {
    totalCount
    nodes {
      verdict
      option { name kind phones { display } organization { name } }
      unit { name }
      availability { state bedsOpen freshness }
      distance { band meters basis }
      reasons { outcome text question }
    }
  }
}`,
  },
  {
    title: 'How is each nation’s government reached?',
    why: 'Eleven nations, each as public sources name it until the nation keeps its own record.',
    query: `{
  tribalNations(first: 11) {
    nodes { name endonym standing seat { area } contacts { name phones { display } } counties { name } }
  }
}`,
  },
  {
    title: 'Find it by words, even misspelled',
    why: 'Names first, accents folded, the last word only begun, typing errors forgiven.',
    query: `{
  search(text: "legal help") {
    nodes {
      __typename
      ... on Service { name summary phones { display } }
      ... on Organization { name kind }
      ... on Material { title url }
    }
  }
}`,
  },
  {
    title: 'Which regions are there, and how sure are we?',
    why: 'Eight regions cover 87 counties; each says what was verified and what was not.',
    query: `{
  regions { name standing standingNote organization { name } counties { fips name } }
}`,
  },
];
