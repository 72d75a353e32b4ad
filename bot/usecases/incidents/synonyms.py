"""What staff of mental health services say in different words for the same thing.

Each entry is a name and, after the colon, words and phrases that mean about the same in a report. It is our own list,
and no coding system: add what your own reports say. A word may stand in several entries. The words of a phrase may
have up to two others between them. Abbreviations are those that are usual in England.
"""

import re

_ENTRIES = """
ligature: ligature, hang, noose, strangle, strangulation, asphyxiation, asphyxiate, self-strangulation, tied round
    neck, cord round neck, around her neck, around his neck, round the neck, round neck, around neck, non-fixed
    ligature, lig
cord: cord, belt, shoelace, lace, string, scarf, tights, bra strap, sheet torn, torn strip, drawstring, cable, rope,
    flex, waistband, robe, dressing gown, bandage
cutter: ligature cutter, ligature knife, fish knife, cut down, cutter, released
anchor_point: ligature point, anchor point, door handle, door closer, curtain rail, door hinge, fixed point, tap,
    hook, behind door, radiator cover
suicide: suicide, suicidal, end his life, end her life, end their life, ending life, take own life, took his own
    life, wanted to die, want to die, kill himself, kill herself, kill themselves, si, suicidal ideation,
    self-inflicted, attempt on life, para suicide
self_harm: self-harm, self harm, selfharm, dsh, self-injury, self-injurious, harmed himself, harmed herself, hurt
    himself, hurt herself, sib
cutting: cut, carved, wrists, cut wrists, opened a wound, shard, glass shard, sharpened, laceration, lacerate,
    slash, gash, razor, blade, sliced, incision, wound, scratched, superficial cut, shaving
stitches: stitch, suture, steri-strips, wound closure, glue wound
head_banging: head bang, banged head, hit his head wall, hit her head wall, headbutt wall, head banging, struck
    forehead
overdose: overdose, overdosed, od, took too many, took tablets, took pills, stockpiled tablets, took thirty, excess
    tablets, poisoning, ingested tablets
paracetamol: paracetamol, painkiller, analgesic, codeine, ibuprofen, aspirin, co-codamol
ingestion: swallow, ingest, ingestion, foreign object, foreign body, insertion, inserted, pica, ate non-food
battery: battery, button cell, cell, flat, dead, uncharged, no charge, no power, ran out
burn: burn, scald, burnt, singed
absconding: abscond, did a runner, slipped out, made off, sneaked out, took off, left without telling, overdue from
    leave, late back, fled, disappeared, absconded, awol, missing, missing person, went missing, absent without
    leave, escape, ran off, ran away, run away, walked off, walked out, gave the slip, slipped away, whereabouts
    unknown, not return, did not return, did not come back, not come back, not back, failed to return, fail to
    return, not returned, left without permission, left the ward, ftr, unauthorised absence, bolted, got out, got
    away, eloped, unaccounted
leave: leave, s17, section 17, s.17, unescorted, escorted, home leave, home visit, overnight leave, trial leave, day
    pass, ground leave, esc leave, ul, el
escort: escort, escorted, accompanied, accompanying, chaperone, esc
fence: fence, wall, gate, perimeter, roof, scaled, climb, climbed, courtyard, garden, grounds, airlock, over the top
police: police, officers, pc, 999, cops, 101, s136, section 136, 136
returned: returned, brought back, came back, back on the ward, found safe, located, retrieved
restraint: restraint, restrain, held, hold, pmva, physical intervention, physically held, mapa, prone, supine,
    floor, team restraint, safe hold, seated hold, hands on, pi, use of force, manual restraint, control and
    restraint, c&r, response team
seclusion: seclusion, shut in a room, kept alone in a locked room, locked alone, time out, seclude, isolation room,
    isolation, locked in room, confined, segregation, lts, long-term segregation, extra care area, eca,
    de-escalation room, de-escalation suite
rapid_tranq: rapid tranquillisation, rapid tranquilisation, rapid tranq, rt, im injection, intramuscular, im, im
    lorazepam, im haloperidol, lorazepam im, chemical restraint, prn injection, acuphase, im medication,
    tranquillised, promethazine im, emergency sedation
sedation: drowsy, sedated, sedation, sleepy, over-sedated, hard to rouse, lethargic, somnolent, unrousable, snowed
depot: depot, long-acting injection, lai, paliperidone, aripiprazole injection, zuclopenthixol, flupentixol, long
    acting, clopixol
clozapine: clozapine, clozaril, zaponex, denzapine, clozapine clinic, re-titration, retitration, titration,
    build-up, restarted
antipsychotic: antipsychotic, neuroleptic, olanzapine, quetiapine, risperidone, haloperidol, aripiprazole,
    clozapine, depot
lithium: lithium, priadel, lithium toxicity, lithium level
insulin: insulin, diabetic, diabetes, hypo, hypoglycaemia, blood sugar, blood glucose, glucose, bm, low sugar,
    hyperglycaemia, dka, lucozade
anticoagulant: warfarin, anticoagulant, blood thinner, apixaban, rivaroxaban, doac, heparin, clexane
medication: medication, prn, depots, inhaler, patch, infusion, treatment, medicine, meds, med, tablet, pill, drug,
    dose, dosage, capsule, tabs, prescription, prescribed, administer, administered, dispensed, drug round, medicine
    round, medication round
duplicate: twice, double, duplicate, duplicated, repeated, second dose, two doses, two systems, two
    charts, extra dose
omitted: omitted, missed, not given, not administered, omission, not done, gap, forgot, unsigned, blank, not
    completed, skipped, did not take place, not carried out, not recorded, not monitored, late, overdue
wrong_patient: wrong patient, wrong person, another patient, wrong man, wrong woman, identity, mistaken identity,
    mix-up, mixed up, same name, same surname, same first name, misidentified, misidentification, namesake
wrong_dose: wrong dose, wrong strength, incorrect dose, too much, full dose, higher dose, ten times, dose error, mg
    instead
controlled_drug: controlled drug, cd, methadone, morphine, cd book, cd register, cd cupboard, opioid, schedule 2
allergy: allergy, allergic, sensitive to, hypersensitivity, anaphylaxis, rash, hives, reaction, itching, swelling of
    the face
antibiotic: antibiotic, amoxicillin, penicillin, flucloxacillin, co-amoxiclav, augmentin
chart: chart, kardex, drug card, record, epma, electronic record, paper chart, system, mar, rio, systmone, notes,
    documentation, e-prescribing, form, sheet
pharmacist: pharmacist, pharmacy, dispensary, chemist
hoarding: hoard, stockpile, concealed tablets, under the tongue, hid tablets, cheeking, secreted, kept tablets,
    saved up tablets
assault: assault, threw a punch, swung, lunged, went for, knocked, elbowed, pinned, set upon, physical aggression,
    hurt another, lash out, blow, hit, punch, punched, kick, kicked, slap, slapped, attack, attacked, struck, lashed
    out, violence, violent, aggression, aggressive, fight, fighting, pushed, shoved, headbutted, grabbed, strangled
    staff, altercation, physical altercation, beat, thump, swung at, pt on pt, pt on staff, scratched, threw
bite: bite, bit, bitten, teeth, tooth marks, human bite
threat: threat, threaten, threatened, threatening, intimidate, intimidated, intimidation, menacing, hostile, verbal
    aggression, verbally aggressive, unsafe, shouted, brandished
racism: racist, racism, racial, racially, hate, hate crime, skin colour, colour of skin, ethnic, slur,
    discriminatory, homophobic, transphobic, sexist, misogynist, bigoted
verbal_abuse: verbal abuse, verbally abusive, abusive, shouted, swore, swearing, insulted, name-calling, foul
    language, abuse
quarrel: quarrel, argument, row, dispute, fell out, disagreement, fight about
television: television, tv, remote, remote control, telly
lounge: lounge, day room, communal area, sitting room, common room, living room, day area
property_damage: damage, smashed, broke window, destroyed, vandalised, kicked door, threw chair, property damage,
    broken furniture
weapon: weapon, knife, blade, bladed, sharp, sharps, scissors, cutlery, makeshift weapon, shank, fork, bladed
    article
contraband: contraband, banned item, prohibited, smuggled, concealed, hidden, found in room, brought in, secreted,
    stash, restricted item, under mattress
search: search, searched, room search, bag search, wand, pat down, rub down, searching
count: count, counted, tally, check of cutlery, inventory, reconciled
drugs: drugs, cannabis, weed, spice, nps, synthetic cannabinoid, illicit, cocaine, heroin, substance misuse,
    intoxicated, high, legal high, mamba, joint, substance, ketamine, under the influence
alcohol: alcohol, drunk, intoxicated, smelled of alcohol, vodka, beer, drinking, hand gel, inebriated, etoh
collapse: collapse, collapsed, unresponsive, unconscious, fainted, faint, syncope, passed out, found on floor,
    blackout, not responding, loss of consciousness, loc
visitor: visitor, family, relative, friend, visit, brought in by, mother, sister, brother, partner, next of kin,
    nok, carer, husband, wife, son, daughter
observation: observation, looked in on, rounds, watched, watching, supervised, monitoring, looked in, obs,
    observations, checks, check, intermittent, one-to-one, 1:1, enhanced obs, level 2, level 3, general obs, 15
    minute, fifteen minute, 15 min, within eyesight, arm's length, constant, eyesight, hourly checks, close
    observation, intermittent checks
falsified: falsified, filled in later, retrospectively, made afterwards, pre-signed, signed ahead, ahead of time,
    after the event, filled in afterwards, entries afterwards, not contemporaneous
vital_signs: vital signs, vitals, pulse, blood pressure, bp, respiratory rate, breathing, temperature, physical obs,
    physical observations, phys obs, sats, oxygen saturation, news, news2, early warning score, ews, tpr, heart rate
deterioration: deteriorate, deterioration, unwell, sepsis, septic, infection, pneumonia, chest infection, chest,
    early warning, news2, news, escalate, escalation, physically unwell, fever, drowsy, sick, physical deterioration
doctor: doctor, dr, medic, sho, registrar, consultant, duty doctor, on-call, gp, psychiatrist, rc, clinician,
    physician
emergency_department: emergency department, a&e, ed, accident and emergency, casualty, acute hospital, general
    hospital, ambulance, paramedic, hospital, blue light, taken to hospital, crash team, emergency team
scan: scan, ct, x-ray, xray, mri, imaging, radiograph
fracture: fracture, broken bone, broke, broken, wrist, ankle, hip, arm, forearm, leg, fractured, bone, dislocated
head_injury: head injury, hit his head, hit her head, banged head, bump to head, concussion, head wound
fall: fall, lost footing, tumble, toppled, went to the ground, landed on, knocked over, lost his footing, fell,
    slip, slipped, trip, tripped, found on the floor, lost balance, unwitnessed fall, stumble, wet floor,
    falls
older: older, elderly, old, frail, dementia, confused, geriatric, alzheimer, aged, gentleman, memory
young: young, teenager, adolescent, child, camhs, under 18, yp, young person, minor, teen, youth
night: night, overnight, at night, nocte, nite, midnight, 3am, in the early hours, night shift, 2am, 4am
morning: morning, breakfast, early
fire: fire, arson, fire-setting, set alight, alight, set fire, burning, flames, lighter, matches, lit, smoke, blaze,
    ignited, smouldering, alite
fire_service: fire service, fire brigade, brigade, fire engine, evacuation, evacuated, fire alarm
smoking: smoking, cigarette, vape, vaping, e-cigarette, smoke, smoked, tobacco, ecig, e-cig, lighter, nicotine
false_alarm: false alarm, set off, false alert, alarm fatigue, repeated alarms, stopped reacting, nobody responds,
    stopped responding, trigger, smoke detector
bin: bin, rubbish, waste, litter
choking: choke, turned blue, could not breathe, down the wrong way, stuck in throat, gasping, choked, choking,
    airway, airway blocked, back blows, heimlich, aspiration, aspirated, gagging, obstructed, dysphagia, swallowing,
    salt, speech and language, soft diet, texture, modified diet, soft food, iddsi
meal: meal, lunch, dinner, supper, breakfast, eating, food, diet, tray, mealtime, menu, ate, tea
handover: handover, lost between shifts, message not passed, not passed, nobody mentioned, incoming team, incoming
    shift, oncoming, h/o, hand over, handed over, shift change, change of shift, passed on, not told, information
    not passed, communication, not communicated, handovr, between teams, information sharing
shift: shift, late shift, early shift, night shift, team
admission: admission, admitted, new patient, transfer in
staffing: short staffed, thin on the ground, stretched, run ragged, one down, two down, covering two wards, no
    cover, gap in the rota, below numbers, short-staffed, understaffed, staffing, staff shortage, unsafe numbers,
    numbers on duty, skill mix, bank, agency, rota, unfilled, low staffing, one nurse, not enough staff, shifts not
    filled, vacancies, one qualified, shrt stafed, minimum numbers
nurse: nurse, rmn, staff nurse, cpn, qualified, registered nurse, sister, charge nurse, rgn, rn, rnld, nic
support_worker: support worker, hca, healthcare assistant, health care assistant, hcsw, nursing assistant, na, care
    assistant
colleague: colleague, staff member, member of staff, worker, staff, employee, mos
cancelled: cancelled, called off, canceled, postponed, not go ahead, cancellation
death: death, died, dead, deceased, passed away, body, found dead, unexpected death, rip, lost his life, lost her
    life, loss, bereaved, ded, cardiac arrest
community: community, cmht, home treatment, crisis team, hbtt, crht, care coordinator, community team, outpatient,
    eip, cpn, client, caseload, community mental health team, ldp
contact: contact, seen, last seen, visited, reviewed, appointment, last contact
discharge: discharge, discharged, d/c, left the ward, after discharge, post discharge, sent home, post dc
follow_up: follow-up, follow up, f/up, fu, f/u, 72 hour, seventy-two hour, 72hr, within three days, 48 hour, seven
    day, seven-day, 72-hour review, within 3 days, post discharge
appointment: appointment, appt, invitation, clinic, dna, did not attend, slot, booked, rebooked, re-booked,
    cancelled slot, missed appointment
address: address, home, previous home, old address, posted, wrong address, moved house
bank_holiday: bank holiday, bank hol, closed, public holiday, holiday
data_breach: data breach, breach, confidentiality, confidential, ig, information governance, wrong recipient, sent
    to the wrong, emailed, e-mailed, wrong email, wrong address, letter, correspondence, disclosed, gdpr, privacy,
    personal information, left on bus, notebook, saw names, email
it_failure: system down, computer froze, computers froze, screens froze, could not log in, server, unavailable
    system, down, it failure, crashed, outage, offline, no access, login, network, computers down, frozen, record
    down, wifi
mha: mental health act, mha, section, sectioned, detained, section 2, section 3, s2, s3, detention, unlawful,
    illegally, legal ground, lapsed, expired, ended, section papers, renewal, tribunal, hearing, rights, s132,
    nearest relative, amhp, order, unlawfully detained, illegal
capacity: capacity, mca, consent, best interests, dols, t2, t3, soad, consented
bed: bed, waiting for bed, no bed, bed pressure, inpatient place, place found, waited, waiting, delay, stuck,
    breach, out of area, oats, out-of-area, far from home, 12 hour breach, bed not available, more than a day
security: security, guard, security guard
sexual: sexual, sexually, touched, breast, groped, rape, raped, sexual assault, inappropriate touching, exposed,
    indecent, naked, undressed, sexual safety, harassment, genitals, kiss, kissed, inappropriately, allegation,
    sexaul, nudity
mixed_sex: mixed sex, mixed unit, male peer, female area, female bathroom, man on ward, same-sex, single-sex, female
    corridor, male patient
safeguarding: safeguarding, safeguarding referral, adult at risk, neglect, abuse, concern raised, s42, section 42,
    exploitation
personal_alarm: personal alarm, buzzer, blick, fob alarm, alarm failed, bleep, pager, call bell, pinpoint, pit
    alarm, pit, attack alarm, alarm, panic alarm, pulled alarm, summon help, raise help, call for help, assistance,
    panic button, device, shouted for help, emergency alarm, alrm
equipment_failure: did not work, not working, faulty, broken, failed, dead, defective, malfunction, out of order,
    fault, didnt work, flat battery, no signal, no picture, would not
lone_working: lone working, lone worker, home visit, alone, lone working device, on her own, on his own, flat,
    signal, coverage, mobile coverage, lone wrker, client's flat, skyguard, solo
dog: dog, animal, pet
window: window, restrictor, glazing, pane, glass, broken restrictor, ledge
jump: jump, jumped, leapt, leap, height, from height, first floor, first-floor, roof, upstairs, fell from, threw
    himself from
estates: estates, maintenance, repair, repaired, facilities, contractor, plumber, builder, builders, works
toilet: toilet, bathroom, en suite, ensuite, en-suite, urine, lavatory, washroom, wc, shower, pass urine, bath,
    washbasin
dignity: dignity, indignity, humiliating, upset, undignified, degrading, embarrassed
key: key, keys, lock, locked, unlocked, fob, swipe
bedroom: bedroom, room, rm, mattress, bed area, dormitory, side room
kitchen: kitchen, servery, dining room, canteen
corridor: corridor, hallway, coridor, passage
personal_care: personal care, wash, washing, bathing, dressing, hygiene, bathed
infection: infection, infection risk, occupational health, occ health, oh, needlestick, blood-borne, hepatitis,
    covid, flu, outbreak, norovirus, scabies
injury: injury, injured, hurt, harm, bruise, bruising, wound, bleeding, blood, swelling, sprain, split lip, black
    eye, mouth
no_harm: no harm, unhurt, not hurt, no ill effects, well, uninjured, unharmed, no hrm, no injury, without harm
eating_disorder: eating disorder, anorexia, ng feed, nasogastric, ng tube, fed through a tube, tube feeding,
    refeeding, purging, weight loss, lost weight, edu, restricted intake, feeding under restraint
weight: weight, weighed, bmi, scales, kilos
pressure_sore: pressure sore, pressure ulcer, bed sore, skin damage, heel, sacrum, tissue viability
blood_test: blood test, bloods, sample, blood form, level, venepuncture, fbc, u&e, laboratory
ecg: ecg, heart trace, qtc, chest pain, cardiac, trace
seizure: seizure, fit, fitting, epilepsy, convulsion, epileptic, fitted
catatonia_nms: nms, neuroleptic malignant, catatonia, rigid, serotonin syndrome
transport: transport, ambulance crew, taxi, driver, car, vehicle, van, secure transport, crew
telephone: telephone, phone, phoned, called, call, rang, mobile, line, crisis line, helpline, phoned ward
complaint: complaint, complained, unhappy, dissatisfied, rude, upset about
good_care: thank, thanked, calm, kind, good care, excellent, praised, went well, compliment, grateful, well done,
    proud
food_allergy: nuts, allergen, gluten, halal, kosher, vegetarian
interpreter: interpreter, language, translation, deaf, sign language, bsl
money: money, cash, pounds, wallet, purse, stolen, theft, lost property, locker, belongings, valuables
missing_item: missing, lost, could not be found, not in place, unaccounted for, short, gone
pregnancy: pregnant, pregnancy, perinatal, baby, mother and baby, postnatal
referral: referral, referred, referral lost, triage, waiting list, not accepted
delay: delay, delayed, late, waited, waiting, hours late, slow, overdue, took hours, held up, not in time, long
    wait, behind schedule, wait
door: door, doorway, exit, entrance, gate, front door, fire door, tailgated, tailgate, behind a visitor, airlock
unsecured: left open, unlocked, ajar, unsecured, propped open, wedged open, not locked, not shut, open door,
    insecure
keys_lost: lost keys, missing keys, keys taken home, bunch of keys, key not returned, set of keys
resus: resus, resuscitation, cpr, defibrillator, defib, aed, crash trolley, grab bag, emergency bag, emergency
    trolley, oxygen, oxygen cylinder, suction, crash bag
fridge: fridge, refrigerator, cold chain, temperature excursion, too warm, vaccines
dehydration: dehydration, dehydrated, not drinking, fluid, fluids, fluid chart, fluid intake, refused drinks, intake
asleep: asleep, sleeping, nodded off, dozing, fell asleep, eyes closed
boundary: boundary, boundaries, relationship with patient, inappropriate relationship, professional boundaries, gave
    his number, personal phone number
unauthorised_leave: leave not authorised, unauthorised leave, leave form, without authorisation, leave paperwork,
    leave cancelled, leave not signed, not granted
needle: needle, needlestick, sharps, syringe, sharps bin, prick, pricked, stuck by needle
drowning: drown, drowned, drowning, submerged, bath, under water
eating_object: drank, hand gel, ingested liquid, cleaning fluid, bleach, shampoo, disinfectant
plastic_bag: plastic bag, bin liner, bag over head, suffocate, suffocation, smothered, polythene
prescription_error: prescribed, prescribing error, transcribed, transcription, wrong drug, interaction,
    contraindicated, wrongly prescribed, prescription error, omitted from chart, rewritten
missed_visit: missed visit, not visited, cancelled visit, nobody came, no visit, did not visit, visit missed, no one
    attended
no_answer: no answer, did not answer, not answering, no reply, could not be reached, unreachable, unable to contact,
    rang out, engaged, no response, not return calls
welfare_check: welfare check, cold call, forced entry, knocked, police welfare, concern for welfare
out_of_hours: out of hours, weekend, bank holiday, evening, sunday, saturday, crisis line, on call
refused: refused, declined, would not, resisted, non-concordant, non-adherent, not taking, stopped taking
relapse: relapse, relapsed, deteriorating, psychotic, psychosis, paranoid, hearing voices, voices, manic, mania,
    delusional, mentally unwell
low_mood: depressed, depression, low mood, hopeless, tearful, distressed, anxious, anxiety
agitated: agitated, agitation, angry, anger, irate, upset, worked up, wound up, raging, aroused, pacing, escalating
deescalation: de-escalate, de-escalation, talked down, calmed, verbal de-escalation, distraction, reassurance,
    settled
debrief: debrief, post-incident review, talked through, support after, reflective
risk_assessment: risk assessment, risk, formulation, risk plan, care plan, risk history, known risk, not updated,
    out of date plan
records: record, records, notes, entry, documentation, documented, written, wrong record, wrong notes, filed,
    misfiled, progress note, recorded
wrong_record: wrong record, wrong notes, another person's notes, wrong patient record, misfiled
supervision_child: child protection, children, minors, child visiting, social services, children's services
exploitation: exploited, exploitation, cuckooing, county lines, coerced, trafficking, bullied, bullying
stalking: stalking, followed, harassed, harassing, unwanted contact, pestered
internet: internet, social media, facebook, photo, photograph, filmed, video, recording, posted online, online,
    tiktok, instagram
phone_device: phone, mobile, smartphone, charger, cable, charging lead, tablet computer, laptop, usb
heat: heat, hot, too hot, boiling, hot water, kettle, tea urn, scald
cold: cold, no heating, heating, boiler, freezing, hypothermia
water: flood, flooded, leak, leaking, burst pipe, water on floor, wet, spill, puddle
lift: lift, elevator, stuck in lift
furniture: chair, table, furniture, barricade, barricaded, blocked door, wardrobe
hostage: hostage, barricaded, took hostage, siege, would not let out
cctv: camera, cctv, footage, screen, monitor, no picture, video, bwc, body worn
skin: rash, skin, sore, itchy, wound, ulcer, blister
constipation: constipation, bowel, bowels, impacted, faecal, ileus, laxative
urinary: urinary, catheter, uti, incontinent, incontinence
diabetes_foot: hba1c, foot ulcer, ketones
smear: faeces, smearing, soiled, dirty protest, urinated
hygiene: dirty, unclean, cleaning, cleaner, mess, mould, hygiene, infestation, mice, bed bugs
laundry: laundry, linen, clothes, clothing, pillowcase
meeting: meeting, ward round, mdt, cpa, tribunal, review meeting, hearing
not_informed: not informed, not told, nobody told, unaware, did not know, not aware, no one told, was not passed on,
    lost between, not shared, not mentioned, not communicated, unaware of
training_gap: not trained, untrained, no training, had not been shown, new starter, induction, first shift,
    unfamiliar, new to the ward, inexperienced
double_booking: double booked, overbooked, two patients same bed, no room
wrong_place: wrong place, wrong ward, wrong unit, taken to the wrong, wrong hospital, wrong muscle, wrong site,
    wrong location
expired: expired, out of date, past its date, lapsed, expiry
stock: out of stock, not available, unavailable, ran out, none left, stock, supply, not supplied, shortage of
side_effect: side effect, adverse reaction, side-effects, dystonia, stiff, oculogyric, reaction to, akathisia,
    tremor, toxicity
alcohol_withdrawal: withdrawal, detox, delirium tremens, dts, chlordiazepoxide, librium, ciwa
opioid_overdose: naloxone, opiate, respiratory depression, heroin overdose, pinpoint pupils
covert: covert, hidden in food, without his knowledge, disguised
self_neglect: self-neglect, neglect, hoarding at home, squalor, unkempt, not washing
carer_strain: carer, family exhausted, mother worried, family concern, relative concerned, raised concern
wheelchair: wheelchair, walking aid, zimmer, hoist, frame, mobility aid, bed rail, bed rails
restraint_belt: handcuffs, mechanical restraint, belt, cuffs, soft cuffs, emergency response belt
prone_face_down: prone, face down, face-down, on his front, on her front
taken_hospital: taken to hospital, sent to hospital, transferred to hospital, conveyed, admitted to hospital, went
    by ambulance, blue light, needed hospital treatment, to casualty
unsupervised: unsupervised, unattended, alone, left alone, on their own, nobody with, without staff, no one
    watching, not watched
threw: threw, throw, hurled, flung, lobbed, projectile
spitting: spit, spat, saliva
hair: hair pulled, pulled hair, hair
strangled: strangle, throat, choked by, hands around neck, hands round neck, grabbed by the neck, neck hold
doorway_crush: trapped, finger, fingers, crushed, jammed, caught in the door
vehicle: car, vehicle, traffic, road, hit by a car, collision, road accident, motorway, train, railway, tracks,
    platform
bridge: bridge, car park roof, height, cliff, ledge, rooftop
wristband: wristband, wrist band, bracelet, identity band, id band, name band, id bracelet
label: label, labelled, unlabelled, mislabelled, without a label, no label, name missing, unmarked
specimen: specimen, sample, swab, urine sample, blood sample, laboratory, lab, pathology
student: student, trainee, learner, apprentice, placement, newly qualified, preceptee
religion: religion, religious, halal, kosher, ramadan, prayer, faith, cultural, muslim, jewish, chaplain, dietary
    requirements
reception: reception, receptionist, front desk, waiting room, waiting area, foyer, main entrance, lobby, visible to
    people
personal_details: personal details, names could be seen, patient names, identifiable, patient details, screen with
    names, whiteboard visible
temporary_staff: agency, bank, temporary, temp, locum, unfamiliar, not know the patients, knew the patients, new to
    ward
long_shift: double shift, back-to-back, back to back, long day, overtime, without a break, no break,
    tired, fatigue, exhausted, consecutive shifts
bed_rails: bed rail, bed rails, cot sides, cotsides, bedrails, bed sensor, crash mat
scratch: scratch, scratched, graze, grazed, nail, nails, clawed, abrasion, scrape, minor cut
separating: separate, separated, break up, breaking up, stepped between, intervened, pulled apart, got between
not_reached: could not be reached, uncontactable, unreachable, not contactable, no answer, did not answer, bleep not
    answered, not answering
not_recorded: not recorded, not documented, no entry, nothing written, unrecorded, omitted, no record, not signed,
    not charted, blank
spoke_up: spoke up, challenged, questioned, raised concern, good catch, spotted, noticed, intercepted, near miss,
    caught in time
wrong_meal: wrong meal, wrong tray, wrong diet, swapped tray, wrong food
returned_late: late back, returned late, hour late, back late, late from leave
restarted: restart, restarted, resume, resumed, re-start, recommenced, continued after a break, break
    in treatment
escalated_late: not escalated, escalated late, doctor called late, late escalation, not
    called, not in time, slow to call
legal_papers: papers, paperwork, form, legal ground, without papers, no papers, not completed form, expired, lapsed,
    out of date, ended, ran out
unlawful: unlawful, illegal, without legal, not lawful, no legal authority, invalid, lapsed section
wandering: wander, wandered, wrong room, another patient's room, entered
exercise: gym, football, sport, exercise, activity, group, game, bingo, craft, art, therapy
lost_contact: lost contact, disengaged, not seen, lost to follow up, not engaging, missed appointments, dna,
    disengagement, did not attend
bad_news: bad news, upset by news, anniversary, bereavement, phone call from home
swallowed_tablets: swallow, swallowed, gulped
taken_off: removed, taken off, took off, released, confiscated, taken away
weather: snow, ice, icy, storm, flood, heatwave
"""


def _read(entries: str) -> dict[str, tuple[str, ...]]:
    """Each name with its phrases. A line that is indented continues the entry before it."""
    lines = re.sub(r"\n +", " ", entries).strip().splitlines()
    named = (line.split(": ", 1) for line in lines)
    return {name: tuple(phrases.split(", ")) for name, phrases in named}


GROUPS = _read(_ENTRIES)
"""Each group's name, and what is said for it."""
