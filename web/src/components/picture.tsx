// One of the pictures shown beside words. They are decorative, so screen readers skip them.
import {
  Accessibility,
  ArrowLeft,
  ArrowRight,
  Bell,
  BookOpen,
  Calendar,
  ChartColumn,
  Check,
  ChefHat,
  CircleQuestionMark,
  Clock,
  Coins,
  DoorOpen,
  Download,
  Eye,
  FileText,
  Hand,
  Handshake,
  Heart,
  Hourglass,
  House,
  type IconNode,
  Info,
  Landmark,
  ListChecks,
  Lock,
  LogIn,
  LogOut,
  Mail,
  MapPin,
  MessagesSquare,
  Minus,
  Music,
  Palette,
  Pencil,
  Phone,
  PiggyBank,
  Plus,
  Repeat,
  Search,
  Shield,
  Sprout,
  Star,
  Store,
  Tag,
  ThumbsDown,
  ThumbsUp,
  TriangleAlert,
  Upload,
  UserPlus,
  UserRound,
  Users,
  Volleyball,
  Volume2,
  Vote,
  WifiOff,
  X,
} from 'lucide';
import { h } from 'preact';
import { joined } from './classes.ts';

const pictures = {
  'arrow-left': ArrowLeft,
  'arrow-right': ArrowRight,
  art: Palette,
  bank: Landmark,
  bell: Bell,
  book: BookOpen,
  calendar: Calendar,
  chart: ChartColumn,
  check: Check,
  clock: Clock,
  cooking: ChefHat,
  cross: X,
  dance: Music,
  document: FileText,
  download: Download,
  eye: Eye,
  football: Volleyball,
  garden: Sprout,
  hand: Hand,
  handshake: Handshake,
  heart: Heart,
  hourglass: Hourglass,
  house: House,
  information: Info,
  invite: UserPlus,
  leave: DoorOpen,
  letter: Mail,
  lock: Lock,
  'map-pin': MapPin,
  minus: Minus,
  money: Coins,
  offer: Store,
  pencil: Pencil,
  people: Users,
  person: UserRound,
  phone: Phone,
  plus: Plus,
  pool: PiggyBank,
  price: Tag,
  question: CircleQuestionMark,
  repeat: Repeat,
  search: Search,
  shield: Shield,
  'sign-in': LogIn,
  'sign-out': LogOut,
  star: Star,
  talk: MessagesSquare,
  'thumb-down': ThumbsDown,
  'thumb-up': ThumbsUp,
  'tick-list': ListChecks,
  upload: Upload,
  volume: Volume2,
  vote: Vote,
  warning: TriangleAlert,
  wheelchair: Accessibility,
  'wifi-off': WifiOff,
} as const satisfies Record<string, IconNode>;

export type PictureName = keyof typeof pictures;

interface PictureProps {
  readonly name: PictureName;
  /** The size of the text around it unless `large`, which is for choices and empty pages. */
  readonly size?: 'large' | undefined;
  readonly class?: string | undefined;
}

export function Picture({ name, size, class: more }: PictureProps) {
  return (
    <svg
      class={joined('picture', size && `picture--${size}`, more)}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {pictures[name].map(([tag, attributes]: IconNode[number], at) => h(tag, { ...attributes, key: at }))}
    </svg>
  );
}
