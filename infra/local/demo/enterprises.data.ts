// The 40 micro-enterprises of the demo place and its neighbours, as text: none of them is a real business.

/**
 * An enterprise: owner's key (or -) | name | area | legal form | ownership | workers | description. Below it each offer:
 * title | category | price in pounds, per-session or per-person | people | minutes | cancelling: hours, per cent | access | description.
 */
export const ENTERPRISES = `
dawn | Step Together Dance | RM10 | sole-trader | owner | 1 | Dance for people who never thought they would. Dawn has taught for twenty years.
  Dance class | dance | 54 per-session | 4-12 | 60 | 48, 50 | step-free, quiet-space | An hour of dance to music that you choose. No steps to learn before.
  Seated dance | dance | 42 per-session | 3-10 | 45 | 48, 50 | step-free, wheelchair-space | Dance from a chair, with scarves, drums and songs.
  Wellbeing taster | dance | 6 per-person | 4-15 | 60 | 24, 0 | step-free | Come once and see whether it is for you.
gus | Gus Grows | RM8 | sole-trader | owner | 2 | An allotment with raised beds, a kettle and time for everyone.
  Grow and share | gardening | 48 per-session | 3-8 | 120 | 48, 50 | step-free, accessible-toilet | Plant, weed and pick together, and take home what you grew.
  Garden day out | outings | 90 per-session | 4-10 | 240 | 72, 50 | public-transport | A day at a big garden with somebody who knows the plants.
fatima | Kick On Football | IG11 | cic | worker | 3 | Walking football and ball games for all ages and all speeds.
  Saturday football | football | 6 per-person | 6-20 | 60 | 24, 50 | step-free, parking | Walking football on a covered pitch. Boots are there to borrow.
  Ball skills | sport | 45 per-session | 4-12 | 60 | 24, 50 | step-free | Gentle games with a ball, standing or sitting.
- | The Shared Table | RM9 | co-op | worker-and-user | 4 | A kitchen owned by the people who cook and eat in it.
  Cook and eat | cooking | 60 per-session | 4-8 | 120 | 48, 50 | step-free, easy-read | Cook a meal from a picture recipe and eat it together.
  Baking morning | cooking | 8 per-person | 3-8 | 120 | 48, 50 | step-free | Bread, cakes and a cup of tea.
- | Thames Path Walks | IG11 | unincorporated | community | 2 | Short walks by the river with a guide who is in no hurry.
  River walk | walking | 40 per-session | 3-12 | 90 | 24, 0 | public-transport, assistance-dogs-welcome | Two flat miles with benches on the way.
  Bird walk | walking | 44 per-session | 3-10 | 90 | 24, 0 | assistance-dogs-welcome | See and hear the birds of the marshes. Binoculars to borrow.
- | Makers Mondays | RM10 | partnership | owner | 2 | A small workshop with big tables and patient people.
  Craft table | crafts | 45 per-session | 3-8 | 90 | 48, 50 | step-free, large-print | Make something in wood, wool or clay.
  Mend and sew | crafts | 7 per-person | 3-8 | 90 | 48, 50 | step-free | Mend your clothes and learn the sewing machine.
- | Easy Lengths | RM10 | sole-trader | owner | 1 | Swimming for people who are new to water.
  Swim together | swimming | 56 per-session | 4-8 | 45 | 48, 100 | changing-places, step-free | A warm pool with a teacher in the water.
- | Marsh Music | RM8 | co-op | worker | 4 | Musicians who play with people, not to them.
  Music at the hall | music | 64 per-session | 4-12 | 75 | 48, 50 | hearing-loop, step-free | Sing, drum and write songs together.
  Choir | music | 5 per-person | 8-30 | 90 | 24, 50 | hearing-loop, step-free | Songs that everybody knows. Nobody sings alone.
- | Clear Screen | RM6 | sole-trader | owner | 1 | Help with phones and computers in plain words.
  Phone and tablet club | digital-skills | 36 per-session | 3-6 | 90 | 24, 50 | large-print, easy-read | Video calls, photos and staying safe online.
  Forms and emails | digital-skills | 30 per-session | 2-4 | 60 | 24, 50 | large-print | Bring the form that you have been putting off.
- | Colour Room | IG11 | cic | worker-and-user | 3 | A studio run by the people who paint in it.
  Art in the afternoon | art | 48 per-session | 4-10 | 120 | 48, 50 | step-free, quiet-space | Paint, print and draw. All materials are there.
  Print a card | art | 6 per-person | 4-12 | 90 | 48, 50 | step-free | Print cards to send or to sell.
- | Day Trippers | RM13 | company | owner | 3 | A minibus with a lift, and somebody who plans the day with you.
  Day by the sea | outings | 22 per-person | 6-12 | 480 | 168, 50 | lift, wheelchair-space | Leave at nine, back by five, chips on the pier.
  Museum day | outings | 14 per-person | 4-12 | 300 | 72, 50 | lift, wheelchair-space | A quiet hour at a museum, then lunch.
- | Right Start Work Club | IG11 | co-op | worker-and-user | 5 | People who found work help others to find it.
  Job club | employment | 50 per-session | 3-10 | 120 | 24, 50 | easy-read, public-transport | Find out what you like, and try it with an employer.
  Practice interview | employment | 32 per-session | 1-3 | 60 | 24, 50 | easy-read | Practise with somebody who gives people jobs.
- | Bus Buddies | RM9 | sole-trader | worker | 2 | Learn a journey until it is yours.
  Learn a journey | travel-training | 28 per-session | 1-3 | 90 | 24, 50 | public-transport | The same bus or train each week until you are sure.
- | Curtain Up | RM7 | charity | community | 3 | A theatre group in which everyone has a part.
  Drama group | drama | 58 per-session | 5-14 | 120 | 48, 50 | step-free, bsl | Make up a play and show it to your friends.
- | Spoke and Chain | IG3 | sole-trader | owner | 1 | Bikes, trikes and side-by-sides.
  Trike ride | cycling | 52 per-session | 3-8 | 90 | 24, 50 | parking, step-free | Ride round the park on a bike that suits you.
- | Good Company | RM8 | unincorporated | community | 4 | Neighbours who come for a chat and a walk to the shops.
  A friendly visit | befriending | 18 per-session | 1-2 | 90 | 24, 0 | public-transport | The same person every week.
  Tea table | community | 4 per-person | 6-20 | 120 | 24, 0 | step-free, hearing-loop | Tea, cake and dominoes.
- | Tidy Together | RM10 | co-op | worker | 6 | Help with the house by people who own the business.
  Home help for two | home-help | 38 per-session | 1-2 | 120 | 24, 50 | personal-assistant-welcome | Cleaning and ironing, done with you or for you.
- | Steady Steps | RM9 | sole-trader | owner | 1 | Exercise for strong legs and good balance.
  Strong and steady | fitness | 40 per-session | 4-12 | 45 | 24, 50 | step-free, hearing-loop | Chair exercise with bands and balls.
  Park warm-up | fitness | 5 per-person | 5-20 | 45 | 24, 0 | step-free | A gentle start to the day, outdoors.
- | Quiet Hour | IG11 | cic | user | 2 | A calm room run by people who know why calm matters.
  Calm and breathe | wellbeing | 38 per-session | 3-8 | 60 | 24, 50 | quiet-space, step-free | Breathing, stretching and a lamp instead of a big light.
- | Talking Hands | E6 | sole-trader | owner | 1 | Learn to sign, with a deaf teacher.
  Sign for beginners | languages | 46 per-session | 4-10 | 90 | 48, 50 | bsl, step-free | The signs for names, food and feelings.
- | Word by Word | RM8 | charity | community | 3 | Reading and writing for grown-ups, at your pace.
  Reading group | learning | 34 per-session | 3-8 | 75 | 24, 50 | large-print, easy-read | Read a story aloud and talk about it.
  Everyday maths | learning | 34 per-session | 3-8 | 75 | 24, 50 | large-print | Money, time and bus fares.
- | Own Front Door | RM6 | co-op | user | 3 | People who moved out on their own show others how.
  Living on your own | independent-living | 44 per-session | 3-8 | 120 | 48, 50 | easy-read | Bills, keys, neighbours and a good breakfast.
- | Take Five Breaks | IG1 | company | worker | 6 | Time out for people and for those who care for them.
  Saturday break | respite | 96 per-session | 3-6 | 300 | 168, 50 | step-free, changing-places | A day of games, music and lunch.
- | Been There | IG11 | unincorporated | user | 2 | Support from people who have been there themselves.
  Peer support group | peer-support | 30 per-session | 4-10 | 90 | 24, 0 | quiet-space | Talk, listen or just sit.
- | Hands Up Volunteers | RM10 | charity | community | 4 | Find a place where you are needed.
  Volunteer together | volunteering | 32 per-session | 3-8 | 120 | 24, 0 | public-transport | Help at a food bank, a farm or a library, with support.
- | The Old Bakehouse Room | RM9 | co-op | community | 2 | A warm room with a kitchen, to hire by the hour.
  Room for a group | venue | 24 per-session | 2-25 | 180 | 72, 50 | step-free, hearing-loop, accessible-toilet | Tables, chairs and a kitchen.
- | Match Day Mates | RM7 | unincorporated | user | 2 | Go to the match with somebody who cheers too.
  At the match | outings | 18 per-person | 3-8 | 240 | 72, 100 | wheelchair-space, public-transport | A home game, with a plan for getting there and back.
- | Shoreline Sailing | SE28 | charity | community | 4 | Boats that anybody can sail.
  On the water | sport | 88 per-session | 3-6 | 150 | 72, 50 | changing-places, parking | A sailing boat with a hoist and two crew.
- | Paws for Tea | RM12 | sole-trader | owner | 1 | Three gentle dogs and a garden.
  Dog afternoon | wellbeing | 42 per-session | 2-6 | 90 | 24, 50 | step-free | Walk, brush and sit with a dog.
- | Stitch Sisters | E12 | partnership | owner | 3 | Women who sew and talk.
  Sewing circle | crafts | 36 per-session | 4-10 | 120 | 24, 50 | step-free | Quilts, curtains and conversation.
- | Beat Makers | E6 | cic | worker | 3 | A studio where young people make tracks.
  Make a track | music | 60 per-session | 3-6 | 120 | 48, 50 | quiet-space | Record your own song in four weeks.
- | Film Friday | RM7 | unincorporated | community | 2 | Films with the lights half up.
  Relaxed cinema | community | 5 per-person | 5-25 | 150 | 24, 0 | hearing-loop, wheelchair-space, quiet-space | Move, talk, and leave when you like.
- | Clay and Kettle | RM13 | sole-trader | owner | 1 | Pots and tea in a garden shed.
  Clay morning | crafts | 46 per-session | 2-6 | 120 | 48, 50 | parking | Make a mug and drink from it two weeks later.
- | Strong Minds Boxing | RM8 | cic | worker | 4 | Boxing without the hitting.
  Pads and bags | fitness | 50 per-session | 4-12 | 60 | 24, 50 | step-free | Gloves on, music up, nobody gets hurt.
- | Green Fingers Nursery | RM6 | co-op | worker-and-user | 8 | A plant nursery where people learn the trade.
  Work in the nursery | employment | 62 per-session | 3-8 | 180 | 72, 50 | accessible-toilet | Pot, water and sell plants with a team.
  Potting table | gardening | 34 per-session | 3-8 | 90 | 24, 50 | step-free | Work at a table, in the dry.
- | Story Shed | RM10 | sole-trader | owner | 1 | Tell your story and see it in a book.
  Life story books | learning | 40 per-session | 2-6 | 90 | 48, 50 | large-print | Photos, words and a printed book at the end.
- | Dominoes and Curry | E17 | unincorporated | community | 3 | A long table every Thursday.
  Thursday table | community | 9 per-person | 4-16 | 150 | 24, 50 | step-free | Eat, play and argue about dominoes.
- | Flex and Flow | IG1 | sole-trader | owner | 1 | Yoga for bodies of every kind.
  Chair yoga | fitness | 44 per-session | 4-10 | 60 | 24, 50 | step-free, quiet-space | Slow stretches, sitting down.
- | Open Mic Café | IG11 | co-op | user | 5 | A café with a small stage, run by people with learning disabilities.
  Open mic | music | 4 per-person | 6-30 | 120 | 24, 0 | hearing-loop, step-free | Sing, read or tell jokes to a kind crowd.
  Work a shift | employment | 36 per-session | 1-4 | 180 | 48, 50 | easy-read | Learn to make coffee and to take money.
- | Little Repairs | RM8 | co-op | worker | 4 | Four people who can fix most things.
  Fix it with us | learning | 38 per-session | 2-6 | 120 | 24, 50 | parking | Bring a lamp, a chair or a bicycle, and mend it.
`;

/** The two of the second place. */
export const SECOND_ENTERPRISES = `
kofi | Brockwell Growers | SE24 | co-op | worker-and-user | 4 | A walled garden that belongs to those who work in it.
  Garden afternoon | gardening | 36 per-session | 2-8 | 120 | 48, 50 | step-free | Sow, dig and drink tea.
lena | Lena's Kitchen | SW9 | sole-trader | owner | 1 | Soup, bread and company.
  Soup club | cooking | 7 per-person | 3-10 | 120 | 48, 50 | step-free | Make soup and eat it.
`;
