/**
 * Words within names of streets: each group one word in the ways that people write it, the longest first. Source: Publication 28 of
 * the United States Postal Service (suffixes, directions, words of names), titles of church, army and police, given names as old maps
 * shorten them, states.
 */
const ways = (text: string): readonly (readonly string[])[] =>
  text.split(',').map((group) => group.trim().split(/\s+/));

/** Before a name, and left out of it. */
export const titleWays = ways(`
  doctor dr, governor gov govnr, general gen genl, sister sr sor, brother bro br, father fr padre, mother mo, reverend rev revd,
  pastor pstr, monsignor msgr mgr, bishop bp bsp, archbishop abp, cardinal card, deacon dcn, captain capt cpt, colonel col,
  lieutenant lt lieut, sergeant sgt sargent sergent serg, corporal cpl corp, private pvt, major maj, admiral adm,
  commander cmdr cdr comdr, commodore cmdre, commissioner comm commr, marshal marshall mar, president pres, senator sen,
  representative rep, congressman cong, secretary sec secy, superintendent supt, professor prof, judge jdg, justice just, mayor,
  chief, officer ofc ofcr, trooper tpr, deputy dep, sheriff sher, honorable hon, mister mr, missus mrs, miss ms, sir, lady, don,
  dona`);
/** Behind a name, and left out of it. */
export const suffixWays = ways(`
  junior jr jnr jun, senior sr snr sen, ii 2nd, iii 3rd, iv 4th, esquire esq, md, phd`);
/** Given names: with one of these a person's name begins. */
export const givenWays = ways(`
  abraham abr abm abe, albert alb al, alexander alex alexr, alfred alf, andrew andw andy, anthony anth antony tony,
  archibald arch archd, arthur arth art, augustus aug august gus, benjamin benj ben, bernard bern,
  catherine cath katherine kate cathy, charles chas chs charlie, christopher chris christr, daniel danl dan, david davd dave,
  donald don, douglas doug, edmund edm, edward edw edwd ed ted, elizabeth eliz liz beth, ernest ern, eugene eug gene,
  ferdinand ferd, francis fran frank, franklin frank, frederick fred fredk frederic fredrick, gabriel gab, george geo,
  gerald jerry gerry, gilbert gilb, gregory greg, harold hal, henry hen hy harry, herbert herb, howard how, hubert hub, isaac,
  jacob jac, james jas jim, jeffrey jeff, jeremiah jere, john jno jon jack, jonathan jona jon, joseph jos joe, josephine jos,
  joshua josh, kenneth ken, lawrence law lawr laurence larry, leonard leon, lewis louis, margaret marg margt maggie, martin mart,
  matthew matt mattw, michael mich michl mike, nathaniel nath nathl nathan nat, nicholas nich nicolas nick, patrick pat patk,
  peter pet pete, philip phil phillip, raymond ray, rebecca becca, richard rich richd dick, robert robt rob bob, roger rog,
  ronald ron, samuel saml sam, solomon sol, stephen steph steven steve, susan sue, theodore theo theod teddy, thomas thos tho tom,
  timothy tim, victor vic, vincent vinc, virginia virg, walter walt, william wm will willm bill, zachary zach zachariah, lyndon,
  martha, mary, anne ann, jane, rosa, cesar, dwight, ulysses, harriet, eleanor, sojourner, frederica, emma, ella, oscar, otto,
  carl karl, hugh, warren, woodrow, sinclair, luther, malcolm, nelson, jesse, jose, juan, luis, carlos, maria, ruth, sarah sara,
  alice, helen, julia, laura, lucy, ellen, clara, florence, edgar, edwin, ralph, roy, earl, floyd, hugo, gustav, lars, ole, knute,
  paul, mark, luke, simon, adam, noah, levi, eli, elijah, ezra, amos, silas, cyrus, horace, hiram, orville, wilbur, amelia,
  thurgood, barack, ronnie, jimmy, bobby, billy`);
/** Words of places, ways and states. */
export const wordWays = ways(`
  saint st san santa santo ste, sainte ste st, saints sts ss, fort ft frt, mount mt mnt mtn, mountain mtn mt mntn mntain mtin,
  mountains mtns mntns, lake lk, lakes lks, point pt, points pts, port prt pt, ports prts, spring spg spng sprng,
  springs spgs spngs sprngs, heights hts ht, height ht hgt, village vlg vill vil villg, villages vlgs, ville vl,
  river riv rvr rivr, creek crk ck, brook brk, brooks brks, bluff blf bluf, bluffs blfs, bottom btm bot, branch br brnch,
  bridge brg brdge, camp cp cmp, canyon cyn canyn cnyn, cape cpe, causeway cswy causwa, center ctr centre cent cen cntr, church ch,
  cliff clf, cliffs clfs, corner cor, corners cors, coulee coul, curve curv, dale dl, estate est, estates ests, falls fls,
  ferry fry frry, field fld, fields flds, flat flt, flats flts, ford frd, forest frst, forge frg, fork frk, forks frks,
  garden gdn gardn grdn, gardens gdns grdns, gateway gtwy gatewy, green grn, harbor hbr harb harbr harbour, harbors hbrs,
  haven hvn, hill hl, hills hls, inlet inlt, island is isl islnd, islands iss isls, junction jct jctn junctn, key ky, keys kys,
  knoll knl knol, knolls knls, manor mnr, manors mnrs, meadow mdw, meadows mdws medows, mill ml, mills mls, mission msn missn mssn,
  neck nck, orchard orch orchrd, pine pne, pines pnes, plain pln, plains plns, prairie pr prr, ranch rnch, ranches rnchs,
  rapid rpd, rapids rpds, rest rst, ridge rdg, ridges rdgs, rock rk, rocks rks, shoal shl, shoals shls, shore shr shoar,
  shores shrs shoars, station sta stn statn, stream strm, summit smt sumit, township twp, tunnel tunl, union un,
  valley vly vally vlly val, valleys vlys, view vw, views vws, vista vis vst, well wl, wells wls, woods wds, airport arpt,
  american amer, avenue ave av, building bldg, business bus, cemetery cem, college coll, community comm, corporate corp,
  county co cty cnty, development dev, district dist, federal fed, frontage frtg fr, government govt, hospital hosp,
  industrial ind indl, international intl, library lib, memorial mem meml, military mil, municipal muni mun, museum mus,
  national natl nat, northern nthn, park pk, railroad rr, railway ry rwy, regional reg regl, research rsch, reservation resv res,
  school sch, service svc serv srvc, southern sthn, state st, technology tech, university univ uni, veterans vets, great gr grt,
  little ltl lil, lower lwr low, upper upr up, old ol olde, and n y et, alabama ala al, alaska ak, arizona ariz az,
  arkansas ark ar, california calif cal ca, carolina car, colorado colo co, connecticut conn ct, dakota dak, delaware del de,
  florida fla fl, georgia ga, hawaii hi, idaho ida id, illinois ill il, indiana ind in, iowa ia, kansas kan kans ks,
  kentucky ken ky, louisiana la, maine me, maryland md, massachusetts mass ma, michigan mich mi, minneapolis mpls,
  minnesota minn mn, mississippi miss ms, missouri mo, montana mont mt, nebraska neb nebr ne, nevada nev nv, ohio oh,
  oklahoma okla ok, oregon ore or, pennsylvania penna penn pa, tennessee tenn tn, texas tex tx, utah ut, vermont vt, virginia va,
  washington wash wa, wisconsin wis wisc wi, wyoming wyo wy`);
